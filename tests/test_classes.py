"""The class of a name, by its form, by what stands beside it, and by the names that it is joined to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import Played, play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

CLASSES = [
    # people of a place, or of a trade
    ("On Monday some Melburnites and many Torontonians complained about the trams.", "Torontonians", "Group"),
    ("The survey asked 900 Hamburgers about the port.", "Hamburgers", "Group"),
    ("Britons voted for a new parliament in June.", "Britons", "Group"),
    ("Egyptologists opened the tomb near Luxor.", "Egyptologists", "Group"),
    # people for or against something
    ("The march was led by Farmers Against Fracking, police said.", "Farmers Against Fracking", "Organization"),
    ("She gave the money to Nurses for Peace.", "Nurses for Peace", "Organization"),
    ("He joined the Daughters of Liberty in 1990.", "Daughters of Liberty", "Organization"),
    ("She told Veritex Daily that the road was closed.", "Veritex Daily", "Organization"),
    ("The crowd of Ex-Muslims met in Leeds.", "Ex-Muslims", "Group"),
    # a body and where it is
    ("Veltrix Japan has delayed the series.", "Veltrix Japan", "Organization"),
    ("She studied chemistry at UC Davis.", "UC Davis", "Organization"),
    # teams
    ("He was traded to the Memphis Lynxes in 2004.", "Memphis Lynxes", "Organization"),
    # meetings and treaties
    ("Delegates met at the Progressive National Convention in Boise.", "Progressive National Convention", "Event"),
    ("Both states signed the Geneva Convention in 1950.", "Geneva Convention", "Thing"),
    ("The court cited the Convention on Cluster Munitions.", "Convention on Cluster Munitions", "Thing"),
    ("She played in four Chess Olympiads.", "Chess Olympiads", "Event"),
    ("He spoke at a White House Press Briefing.", "White House Press Briefing", "Event"),
    # places
    ("The crash closed Interstate 88 for hours.", "Interstate 88", "Place"),
    ("The ferry reached the port town of Zulbara at dawn.", "Zulbara", "Place"),
    ("They moved to Quellmore, Montana, in 1990.", "Quellmore", "Place"),
    ("A lorry rolled into a ditch in Tarvik Shahr on Monday.", "Tarvik Shahr", "Place"),
    ("A body was found in nearby Ossola.", "Ossola", "Place"),
    ("Quellchester lies north of the city.", "Quellchester", "Place"),
    ("The talks were held at the Orvale Center in Boise.", "Orvale Center", "Place"),
    ("She starred in the television show Maple House.", "Maple House", "Thing"),
    ("The 112th U.S. Congress met in May.", "112th U.S. Congress", "Government"),
    # firms and bodies
    ("The Greek gas supplier ZEPA raised its prices.", "ZEPA", "Organization"),
    ("The bus was operated by Tranzal, a firm of Havana.", "Tranzal", "Organization"),
    ("The results were published in Applied Limnology on Friday.", "Applied Limnology", "Organization"),
    ("He worked for Orvale S.A., which owns the hotel.", "Orvale S.A.", "Organization"),
    ("Greek daily Efimerida said the talks had failed.", "Efimerida", "Organization"),
    ("The gas producer Zenergo signed a contract with Poland.", "Zenergo", "Organization"),
    ("The record producer Terrence Holt died on Friday.", "Terrence Holt", "Person"),
    ("The victims were taken to Saint Clara Hospital.", "Saint Clara Hospital", "Organization"),
    ("The data came from the Vera Rubin Space Telescope.", "Vera Rubin Space Telescope", "Thing"),
    ("The Committee for Reform reports to the cabinet.", "Committee for Reform", "Organization"),
    # what a sentence says outright that a name is
    ("Bones lay at another site Cova Lissa in the hills.", "Cova Lissa", "Place"),
    ("The party floated Hadley as a candidate for governor.", "Hadley", "Person"),
    ("They marched, said a protester using the pseudonym Katrya.", "Katrya", "Person"),
    ("I met Savitramma aunty at the bus stop.", "Savitramma", "Person"),
    ("Well, QRM, as I see it, stands for quick restrictions management.", "QRM", "Thing"),
    ("We shall use telescopes under construction: VLX, QMT, HNT.", "QMT", "Thing"),
    ("It downloads films from several websites including TubeHub, ClipLeak and Vidmo.", "ClipLeak", "Thing"),
    ("She wrestled for KZW and Zendo in 2012.", "KZW", "Organization"),
    ("When Ashoda was formed in 2004, I joined it.", "Ashoda", "Organization"),
    ("It was hosted by Bharati Lok Sangh (All Union) president Vikram Rao.", "Bharati Lok Sangh", "Organization"),
    ("For his work, Ruiz was awarded the Courage Star.", "Courage Star", "Thing"),
    ("Crystal Lopez was convicted of fraud in 2008.", "Crystal Lopez", "Person"),
    ("Jane Nicole Hall was convicted of fraud in 2006.", "Jane Nicole Hall", "Person"),
    ("The comedian appeared in the Harald Second Moviefilm.", "Harald Second Moviefilm", "Thing"),
    ("The Ohio Department of Transportation closed the road.", "Ohio Department of Transportation", "Government"),
    ('Hollis sang "Uncle Joe\'s Club" in the 1960s.', "Uncle Joe's Club", "Thing"),
    ("Mick Hollis of The Tumbling Bones reacted.", "Tumbling Bones", "Organization"),
    ("Tarvo was among the areas to vote against the measure.", "Tarvo", "Place"),
    ("The storm hit popular attractions, such as Boracan and Loron.", "Loron", "Place"),
    ("She visited the Orvale Maker Faire.", "Orvale Maker Faire", "Event"),
    ("The forecast came in Rolf Advisory Number 25A on Monday.", "Rolf Advisory Number 25A", "Thing"),
    ("Yesterday B Sheela Parvati said it was fun.", "B Sheela Parvati", "Person"),
    ("At that time Denisovans made tools of bone.", "Denisovans", "Group"),
    ("He played in another supergroup Blank Trust with Hall.", "Blank Trust", "Organization"),
    ("She debuted in 2016 for promotion Grapple-1.", "Grapple-1", "Organization"),
    ("She spoke in the Legislative Council on Monday.", "Legislative Council", "Government"),
    # what is called so
    ("She founded a charity called Zimbra in Oslo.", "Zimbra", "Organization"),
    ("I went to the organisation which is called ZEMPAD.", "ZEMPAD", "Organization"),
    ("The bowl is an artwork entitled America, made of gold.", "America", "Thing"),
    ("He launched a platform called Zendo in 2019.", "Zendo", "Thing"),
    # titles of works go on behind small words and possessives
    ("She drummed on the album Bird on the Run in 1999.", "Bird on the Run", "Thing"),
    ("The cast of the sitcom Tom's Corner met in Leeds.", "Tom's Corner", "Thing"),
    # parties, firms, honours, heavenly bodies
    ("The ruling Democratic Gathering in Cyprus hailed the deal.", "Democratic Gathering", "Organization"),
    ("In 1962 he left Velvet Incorporated for a choir.", "Velvet Incorporated", "Organization"),
    ("She won the Lomond Fellowship in 2001.", "Lomond Fellowship", "Thing"),
    ("Dust circles the star QZ Aurigae, they found.", "QZ Aurigae", "Thing"),
    ("It was the second student Olympiad in Perm.", "Olympiad", "Event"),
    ("In North Karnataka the rain fell for days.", "North Karnataka", "Place"),
    ("The Department of Health and Human Services sued him.", "Department of Health and Human Services", "Government"),
    ("Ada Kone of the Institute for Research in Mountain Farming spoke.", "Institute for Research in Mountain Farming",
     "Organization"),
    ("We dug at a site called Gara Tomba in Bulgaria.", "Gara Tomba", "Place"),
    ("We were helped by [Ada] Kimunya: who did the tests.", "Kimunya", "Person"),
    ("They press developers like Veltrix to agree.", "Veltrix", "Thing"),
    ("We read Velmora Rising by Omar Lund at school.", "Velmora Rising", "Thing"),
    # relative clauses that describe another
    ("Oleg Martins of Kazan, who came third last year, is a student.", "Kazan", "Place"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), CLASSES)
def test_a_name_has_the_class_that_its_form_or_neighbours_tell(
    analyser: Analyser, text: str, name: str, kind: str
) -> None:
    played = play(analyser, text)
    assert [m.entity_type for m in played.cast.mentions if m.text == name] == [kind]


def named(played: Played, name: str) -> str | None:
    """Label of what a whole name is taken for."""
    return next((m.entity for m in played.cast.mentions if m.text == name), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Canadian-Polish chemist Ann Reyes won the prize.", "Canadian-Polish"),
        ('He said, "Guardrails can only do so much."', "Guardrails"),
        ("They debated for hours how to pass a Reform Amendment.", "Reform Amendment"),
        ("The court of a Member State may order it.", "Member State"),
        ("A Peruvian prosecutor investigated him.", "Peruvian prosecutor"),
        ("She is the minister for East Lorane Affairs.", "East Lorane Affairs"),
        ("It opened at 2 p.m. ET on Monday.", "ET"),
        ("What does the town lack under her Mayorship now?", "Mayorship"),
        ("She met Roman Catholic Bishop Ada Kone.", "Roman Catholic"),
        ("We have not given any ETA on the release.", "Euskadi Ta Askatasuna"),
        ("I pay Rs.3000-Rs.3500 a month.", "Rs.3000-Rs.3500"),
        ("Parker is a former Marine who lives in Ohio.", "Marine"),
        ("She was proud to be a Latina in the senate.", "Latina"),
        ("He did what any Torontoner would do.", "Torontoner"),
        ("She became the first Pacific Islander to win it.", "Pacific Islander"),
        ("They chair the committees on Foreign Affairs, Intelligence, and Oversight and Labour.", "Foreign Affairs"),
        ("They chair the committees on Foreign Affairs, Intelligence, and Oversight and Labour.", "Oversight"),
        ("The old operating system failed. Zorra is a free Operating System.", "Operating System"),
    ],
)
def test_what_only_bears_a_capital_is_no_entity(analyser: Analyser, text: str, name: str) -> None:
    assert name not in [e.label for e in play(analyser, text).cast.entities]


def test_names_joined_are_of_one_class(analyser: Analyser) -> None:
    played = play(analyser, "The towns of Beni, Butuvo and Katsha in Congo were closed. Lawyers Ann and Ostap left.")
    assert [played.mention(n).entity_type for n in ("Beni", "Butuvo", "Katsha")] == ["Place"] * 3  # type: ignore[union-attr]
    assert played.mention("Ostap").entity_type == "Person"  # type: ignore[union-attr]


def test_a_team_may_go_without_its_city(analyser: Analyser) -> None:
    played = play(analyser, "He joined the Los Angeles Comets in May. The Comets won twice, and the Comets paid him.")
    assert played.who("Comets won"[:6], 2) == played.who("Los Angeles Comets") is not None


def test_the_united_states_are_written_one_way_in_names(analyser: Analyser) -> None:
    played = play(analyser, "The US Chess League met. Judges read the U.S. Constitution aloud.")
    assert played.who("US Chess League") == "United States Chess League"
    assert played.who("U.S. Constitution") == "United States Constitution"


def test_a_bracketed_word_put_together_from_a_name_is_the_name(analyser: Analyser) -> None:
    played = play(analyser, "The Oregon Department of Water (OreWater) closed the dam. OreWater gave no reason.")
    assert played.who("OreWater", 2) == "Oregon Department of Water"


def test_letters_before_a_place_stand_for_the_words_before_it(analyser: Analyser) -> None:
    played = play(analyser, "He left the University of North Dakota at Fargo in May. UND Fargo thanked him.")
    assert named(played, "UND Fargo") == "University of North Dakota at Fargo"


def test_a_given_name_is_the_thing_that_is_named_more_often(analyser: Analyser) -> None:
    text = (
        "Ruby Linux is free. Ruby Linux came out in May. It honours Ruby Hollis, an engineer. Ruby is quick to install."
    )
    assert play(analyser, text).who("Ruby is"[:4], 4) == "Ruby Linux"


def test_a_storm_goes_by_its_last_word(analyser: Analyser) -> None:
    played = play(analyser, "Hurricane Humbert hit Cuba. Humbert then crossed the strait.")
    assert played.who("Humbert then"[:7], 2) == "Hurricane Humbert"


def test_whoever_is_of_a_body_is_named_without_it(analyser: Analyser) -> None:
    played = play(analyser, "Emma Beckerman of Open Ballot spoke first. Beckerman then left.")
    assert played.who("Beckerman then"[:9], 2) == "Emma Beckerman"


def test_a_body_stays_one_before_whose_spokesman_an_article_stands(analyser: Analyser) -> None:
    assert "Lorane Police" in play(analyser, "A Lorane Police spokesman said the road was closed.").labels()


def test_a_registered_actor_may_stand_behind_its_country(analyser: Analyser) -> None:
    played = play(analyser, "The United States Democratic Party met in Boise. The Government of Burundi sent a guest.")
    assert {"Democratic Party", "Burundi"} <= played.labels()


def test_a_person_is_called_without_what_stands_before_the_name_but_once(analyser: Analyser) -> None:
    text = "Vira Chakra Anita Desmond died on Friday. Anita Desmond was 80. Anita Desmond wrote novels."
    assert "Anita Desmond" in play(analyser, text).labels()


def test_a_bodys_name_before_a_surname_of_the_article_is_parted_from_it(analyser: Analyser) -> None:
    text = "On Twitter Halloran praised him. Jim Halloran is a singer, and many like Halloran."
    assert play(analyser, text).who("Halloran praised"[:8]) == "Jim Halloran"


def test_a_name_met_before_that_of_a_branch_is_not_the_branch(analyser: Analyser) -> None:
    text = "The Reform Party met in May. Members of the Reform Party voted. The Reform Party of Ohio left it."
    assert {"Reform Party", "Reform Party of Ohio"} <= play(analyser, text).labels()


def test_a_surname_with_two_letters_swapped_is_the_known_one(analyser: Analyser) -> None:
    played = play(analyser, "Jacques Charec was president. Chaerc was elected in 1995.")
    assert named(played, "Chaerc") == "Jacques Charec"


@pytest.mark.parametrize(
    ("text", "short", "label"),
    [
        ("He left First Ohio University (First OU). The First OU closed.", "First OU", "First Ohio University"),
        ("The Party of Order (Stranka Reda) won. Stranka Reda was founded in 1990.", "Stranka Reda", "Party of Order"),
        ("The archbishop, Monseñor Jorge Ruiz, spoke.", "Monseñor Jorge Ruiz", "Jorge Ruiz"),
        ("Rock Holm sang. Rock Holm was born Roy Anders Lund in Ohio.", "Roy Anders Lund", "Rock Holm"),
        ("Robert Mugabe died. Robert Gabriel Mugabe was born in 1924.", "Robert Gabriel Mugabe", "Robert Mugabe"),
        ("The Ministry of Health and Prime Minister Ada Kone met.", "Ministry of Health", "Ministry of Health"),
    ],
)
def test_one_body_or_person_goes_by_two_names(analyser: Analyser, text: str, short: str, label: str) -> None:
    assert named(play(analyser, text), short) == label


def test_a_common_word_is_a_firm_where_it_speaks_and_the_model_insists(analyser: Analyser) -> None:
    text = "Ford said sales fell. On Monday Ford told the court it was sorry. Ford denied it. Lawyers for Ford left."
    assert play(analyser, text).type("Ford") == "Organization"


def test_a_body_of_every_state_is_that_of_the_country_whose_actors_are_named(analyser: Analyser) -> None:
    text = "Joe Biden of Delaware and Ted Cruz of Texas met. Ohio and Utah sent guests. He will run for Senate in May."
    assert "United States Senate" in play(analyser, text).labels()


def test_a_legislature_is_the_parliament_that_is_known(analyser: Analyser) -> None:
    text = "The British legislature met. The British parliament voted."
    played = play(analyser, text)
    assert played.who("legislature") == played.who("parliament") is not None


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("The 3rd Infantry Division moved on.", "3rd Infantry Division", "ArmedGroup"),
        ("The Lomond Division of the railway opened two lines.", "Lomond Division", "Organization"),
        ("The crash was near RAF Norvale. Lights went out at RAF Norvale.", "RAF Norvale", "Place"),
        ("Farms in the Orvale Delta were flooded.", "Orvale Delta", "Place"),
        ("Warm water came with El Niño last year.", "El Niño", "Thing"),
        ("Ada Kone, the bishop of Marvale, died on Monday.", "Marvale", "Place"),
        ("The Fair and Open Elections Foundation met.", "Fair and Open Elections Foundation", "Organization"),
        ("Ada Kone met Omar Lund. Kone-Lund issued a statement.", "Kone-Lund", "Group"),
        ("Ada Kone-Lund met Omar Lund. Kone-Lund issued a statement.", "Ada Kone-Lund", "Person"),
    ],
)
def test_class_by_words_of_the_name_and_its_neighbours(analyser: Analyser, text: str, label: str, kind: str) -> None:
    assert play(analyser, text).type(label) == kind


@pytest.mark.parametrize(
    ("text", "short", "label"),
    [
        (
            "The Norvale Gas and Electric Company (NG&E) cut the power. Crews of NG&E left.",
            "NG&E",
            "Norvale Gas and Electric Company",
        ),
        (
            "The Orvale Institute of Volcanology and Seismology (Orvolcs) warned them. They heard Orvolcs.",
            "Orvolcs",
            "Orvale Institute of Volcanology and Seismology",
        ),
        ("Ada Gustafsson spoke at length. Critics of Gustafson left.", "Gustafson", "Ada Gustafsson"),
    ],
)
def test_short_and_blended_names(analyser: Analyser, text: str, short: str, label: str) -> None:
    assert named(play(analyser, text), short) == label


def test_a_site_goes_by_one_word_of_its_name(analyser: Analyser) -> None:
    text = "The jet left Brevik Airport. Another jet crashed at Brevik."
    assert play(analyser, text).who("Brevik", 2) == "Brevik Airport"


@pytest.mark.parametrize(
    ("text", "short", "label"),
    [
        ("Ada Kone sang at the Kone Theatre. Critics wrote to Kone.", "Kone", "Ada Kone"),
        ("The jet left Oslo Airport. Another jet crashed at Oslo.", "Oslo", "Oslo"),
    ],
)
def test_a_word_of_a_site_may_be_a_person_or_town(analyser: Analyser, text: str, short: str, label: str) -> None:
    assert named(play(analyser, text), short) == label


def test_the_adjective_of_an_office_is_not_whom_its_holder_speaks_for(analyser: Analyser) -> None:
    text = 'Kenya voted. Kenya\'s Prime minister Ada Kone said, "We are ready."'
    assert play(analyser, text).who("We") == "Kenya"


@pytest.mark.parametrize(
    ("text", "bearer", "person", "kind"),
    [
        ("Senator John Lund died. The USS John Lund sailed to Yokosuka.", "USS John Lund", "John Lund", "Thing"),
        ("Robert Kone drowned. Their ship, MV Robert Kone, sailed.", "MV Robert Kone", "Robert Kone", "Thing"),
        ("Gerald Lund spoke. Fort Gerald Lund was closed.", "Fort Gerald Lund", "Gerald Lund", "Place"),
    ],
)
def test_a_ship_is_not_whom_it_is_named_after(
    analyser: Analyser, text: str, bearer: str, person: str, kind: str
) -> None:
    played = play(analyser, text)
    assert played.type(bearer) == kind
    assert played.type(person) == "Person"
    assert played.who(person) == person


def test_a_local_branch_has_the_class_of_the_body_whose_acronym_it_bears(analyser: Analyser) -> None:
    text = "Toronto RCMP seized the drugs. A constable of Toronto RCMP spoke."
    assert play(analyser, text).type("Toronto RCMP") == "Government"


def test_titles_met_once_before_a_name_are_no_part_of_it(analyser: Analyser) -> None:
    text = "Omar Lund was president. Friends of Omar Lund wept. It praised Bharat Ratna Omar Lund. Omar Lund had left."
    assert "Omar Lund" in play(analyser, text).labels()
