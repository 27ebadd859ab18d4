"""Mends what small parsers get wrong in news text, each mend stating the construction that was misread.

Works on `Tree` in place. Mending a mended tree changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mended_asides import (
    adjunct_of_act,
    apposition_read_as_object,
    name_after_colon,
    part_in_aside,
    participle_of_thing,
    person_beside_place,
    person_joined_to_place,
    phrase_behind_aside,
    preposition_of_frame,
    remark_on_clause,
)
from .mended_attachments import (
    aside_of_other_times,
    circumstance_of_act,
    circumstance_of_coming_act,
    dateline,
    doer_of_act,
    finite_read_as_reduced,
    free_participle,
    fronted_phrase_as_root,
    name_with_hyphens,
    relative_after_verb,
    second_object,
    try_and,
)
from .mended_clauses import (
    adjective_behind_object,
    clause_without_subject,
    content_read_as_relative,
    participle_of_name,
    purpose_of_plan,
    second_relative,
    subject_of_demand,
    subject_read_as_conjunct,
    unlike_conjuncts,
    with_absolute,
)
from .mended_conjuncts import (
    gapped_clause,
    gerund_joined_to_verb,
    not_of_phrase,
    subject_before_conjunct,
    subject_of_auxiliary,
    verb_behind_participle,
    verb_of_who_speaks,
)
from .mended_coordinations import (
    beyond_between,
    enumeration,
    first_of_enumeration,
    gerund_of_preposition,
    means_of_making,
    names_of_many,
    object_and_predicate,
    phrase_of_last_conjunct,
    predicate_after_comparison,
    verb_after_gerund,
    verb_of_like_number,
    verb_of_subordinate,
)
from .mended_heads import clause_read_as_reduced, doer_behind_predicate, noun_behind_acronym, noun_joined_to_verb
from .mended_names import (
    listed_subject,
    name_behind_titles,
    name_of_last_conjunct,
    name_with_and,
    title_read_as_conjunct,
    titles_between_names,
)
from .mended_nouns import (
    conjunct_read_as_apposition,
    date_after_preposition,
    day_before_title,
    degree_before_article,
    degree_of_quantity,
    fronted_phrase_in_subject,
    hyphened_prefix,
    name_after_description,
    name_after_titled_complement,
    name_after_whole,
    name_in_pieces,
    part_of_them,
    two_subjects,
)
from .mended_objects import (
    gift_read_as_apposition,
    infinitive_after_particle,
    infinitive_of_object,
    list_after_colon,
    members_of_whole,
    office_read_as_object,
    range_of_superlative,
    recipient_in_object,
    source_cited,
)
from .mended_passives import doers_read_as_objects, has_read_as_is
from .mended_relatives import (
    gap_read_as_subject,
    relative_agreement,
    relative_of_clause,
    relative_of_event,
    relative_of_name,
)
from .mended_speech import (
    content_of_message,
    date_of_saying,
    participle_after_speaker,
    saying_of_whole,
    saying_read_as_reduced,
    speaker_before_quotation,
    that_read_as_object,
    told_read_as_reduced,
)
from .mended_splices import (
    clause_behind_preposition,
    clause_of_which,
    comma_splice,
    joined_quotations,
    sentence_read_as_relative,
    subject_in_fronted_phrase,
)
from .mended_subjects import clause_lacks_subject, larger_place, name_behind_subject
from .mended_verbs import (
    gerund_joined_to_noun,
    gerund_read_as_adverbial,
    noun_read_as_verb,
    particle_read_as_preposition,
    prefixed_verb,
    split_passive,
    verb_after_to,
    verb_read_as_compound,
    verb_read_as_modifier,
    verb_with_object,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tree import Tree

#: In this order: later mends read what earlier ones have mended. Each says whether it changed the tree.
MENDS: tuple[Callable[[Tree], bool], ...] = (
    dateline,
    prefixed_verb,
    verb_after_to,
    verb_with_object,
    try_and,
    particle_read_as_preposition,
    gerund_read_as_adverbial,
    gerund_joined_to_noun,
    name_in_pieces,
    name_with_hyphens,
    hyphened_prefix,
    verb_read_as_compound,
    noun_read_as_verb,
    date_after_preposition,
    split_passive,
    has_read_as_is,
    doers_read_as_objects,
    day_before_title,
    name_after_whole,
    name_after_titled_complement,
    name_after_description,
    name_behind_titles,
    title_read_as_conjunct,
    titles_between_names,
    name_with_and,
    noun_behind_acronym,
    conjunct_read_as_apposition,
    person_joined_to_place,
    person_beside_place,
    two_subjects,
    name_behind_subject,
    larger_place,
    listed_subject,
    name_of_last_conjunct,
    names_of_many,
    part_of_them,
    part_in_aside,
    degree_before_article,
    degree_of_quantity,
    enumeration,
    first_of_enumeration,
    verb_read_as_modifier,
    fronted_phrase_as_root,
    clause_behind_preposition,
    finite_read_as_reduced,
    speaker_before_quotation,
    saying_read_as_reduced,
    told_read_as_reduced,
    clause_read_as_reduced,
    date_of_saying,
    content_read_as_relative,
    second_relative,
    adjective_behind_object,
    clause_without_subject,
    clause_lacks_subject,
    subject_of_demand,
    content_of_message,
    that_read_as_object,
    subject_read_as_conjunct,
    subject_of_auxiliary,
    unlike_conjuncts,
    verb_behind_participle,
    subject_before_conjunct,
    verb_of_who_speaks,
    gerund_joined_to_verb,
    not_of_phrase,
    fronted_phrase_in_subject,
    gerund_of_preposition,
    with_absolute,
    participle_of_name,
    participle_after_speaker,
    saying_of_whole,
    purpose_of_plan,
    relative_after_verb,
    gap_read_as_subject,
    relative_of_clause,
    relative_of_event,
    relative_of_name,
    relative_agreement,
    free_participle,
    aside_of_other_times,
    doer_of_act,
    doer_behind_predicate,
    second_object,
    recipient_in_object,
    gift_read_as_apposition,
    office_read_as_object,
    range_of_superlative,
    infinitive_of_object,
    infinitive_after_particle,
    list_after_colon,
    members_of_whole,
    source_cited,
    circumstance_of_act,
    circumstance_of_coming_act,
    phrase_behind_aside,
    preposition_of_frame,
    adjunct_of_act,
    clause_of_which,
    participle_of_thing,
    remark_on_clause,
    apposition_read_as_object,
    name_after_colon,
    object_and_predicate,
    predicate_after_comparison,
    means_of_making,
    verb_after_gerund,
    verb_of_subordinate,
    verb_of_like_number,
    beyond_between,
    phrase_of_last_conjunct,
    gapped_clause,
    noun_joined_to_verb,
    sentence_read_as_relative,
    comma_splice,
    subject_in_fronted_phrase,
    joined_quotations,
)


def repair(tree: Tree) -> Tree:
    """Mends the tree and gives it back, settled. Idempotent. A mend that would leave no tree is taken back."""
    tree.known = None
    before = tree.tags[:], tree.deps[:], tree.heads[:]
    for mend in MENDS:
        if mend(tree):
            if not tree.is_tree():
                tree.tags, tree.deps, tree.heads = before
                tree.relink()
            before = tree.tags[:], tree.deps[:], tree.heads[:]
    tree.known = {}
    return tree
