"""Speaks the SPARQL 1.1 protocol: requests, their repetition, and what goes wrong in one line.

Who may do what is the store's business; the name and the word for it come from the environment and are never printed.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPDigestAuth
from urllib3.util import Retry

from ...ontology.errors import StoreError, UsageError
from .address import ENV

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .address import Addresses

_GO_ON = "see that it runs, then give the same command again: what is stored stays"
#: Seconds to wait for a connection, and for an answer where the environment says nothing else.
_CONNECT, _ANSWER = 10.0, 300.0
#: A request is made again after 0, 1, 2, 4, 8 seconds; all of ours may be, since each puts a state in place of another.
_RETRY = Retry(
    total=5, read=3, backoff_factor=0.5, status_forcelist=(429, 502, 503, 504), allowed_methods=None,
    raise_on_status=False,
)  # fmt: skip


class Client:
    """Sends requests to one store. Raises StoreError where it does not answer as it should."""

    def __init__(
        self, addresses: Addresses, environment: Mapping[str, str] = os.environ, retry: Retry = _RETRY
    ) -> None:
        self.addresses = addresses
        self._answer = _seconds(environment.get(f"{ENV}TIMEOUT"))
        self._who = environment.get(f"{ENV}USER", ""), environment.get(f"{ENV}PASSWORD", "")
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))
        if self._who[0]:
            self._session.auth = self._who
        elif token := environment.get(f"{ENV}TOKEN"):
            self._session.headers["Authorization"] = f"Bearer {token}"

    def query(self, text: str, parameters: Mapping[str, str | list[str]], accept: str) -> requests.Response:
        """The answer to a query. Raises SyntaxError where the store does not understand it."""
        answer = self._post(self.addresses.query, {"query": text, **parameters}, accept)
        if answer.status_code == 400:
            raise SyntaxError(_first_line(answer))
        self._check(answer, self.addresses.query)
        if "X-SPARQL-MaxRows" in answer.headers:
            raise StoreError(
                self.addresses.query, f"the store gives at most {answer.headers['X-SPARQL-MaxRows']} rows",
                "let it give all (in Virtuoso: ResultSetMaxRows), or ask for fewer",
            )  # fmt: skip
        return answer

    def update(self, text: str, parameters: Mapping[str, str]) -> None:
        """Has the store make changes."""
        self._check(self._post(self.addresses.update, {"update": text, **parameters}, "*/*"), self.addresses.update)

    @property
    def who(self) -> tuple[str, str] | None:
        """Name and password, where the environment gives them."""
        return self._who if self._who[0] else None

    def close(self) -> None:
        """Lets the connections go."""
        self._session.close()

    def _post(self, address: str, form: Mapping[str, str | list[str]], accept: str) -> requests.Response:
        try:
            answer = self._send(address, form, accept)
            if answer.status_code == 401 and self._who[0] and "digest" in _challenge(answer):
                self._session.auth = HTTPDigestAuth(*self._who)
                answer = self._send(address, form, accept)
        except requests.Timeout as e:
            todo = f"ask for less, or set {ENV}TIMEOUT to more seconds"
            raise StoreError(address, f"the store did not answer within {self._answer:.0f} s", todo) from e
        except requests.RequestException as e:
            raise StoreError(address, f"the store does not answer ({_reason(e)})", _GO_ON) from e
        return answer

    def _send(self, address: str, form: Mapping[str, str | list[str]], accept: str) -> requests.Response:
        return self._session.post(
            address, data=form, headers={"Accept": accept}, timeout=(_CONNECT, self._answer), allow_redirects=False
        )

    def _check(self, answer: requests.Response, address: str) -> None:
        status = answer.status_code
        if status in (401, 403):
            raise StoreError(
                address, "the store does not let us do this", f"set {ENV}USER and {ENV}PASSWORD, or {ENV}TOKEN"
            )
        if status in (404, 405, 415) or 300 <= status < 400:
            raise StoreError(
                address, f"takes no SPARQL ({status} {answer.reason})",
                f"give the address of queries, and set {ENV}UPDATE to that of updates",
            )  # fmt: skip
        if status >= 400:
            raise StoreError(address, f"the store failed ({status}: {_first_line(answer)})", _GO_ON)


def _challenge(answer: requests.Response) -> str:
    return answer.headers.get("WWW-Authenticate", "").casefold()


def _first_line(answer: requests.Response) -> str:
    words = " ".join(re.sub(r"<[^>]*>", " ", answer.text[:2000]).partition("SPARQL query:")[0].split())
    return "".join(c for c in words if c.isprintable())[:200] or str(answer.reason)


def _reason(error: requests.RequestException) -> str:
    """What is behind a request that failed, without the objects' addresses that differ from run to run."""
    text = str(error)
    found = re.search(r"\[Errno -?\d+\] ([^'\")]+)", text)
    return found[1].strip().lower() if found else "it closed the connection" if "abort" in text.lower() else "no answer"


def _seconds(given: str | None) -> float:
    try:
        seconds = float(given) if given else _ANSWER
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise UsageError(f"{ENV}TIMEOUT", f"{given!r} is no number of seconds", "set it to 300, or leave it out")
    return seconds
