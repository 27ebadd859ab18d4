"""Polarity, certainty and tense, by construction."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from parsed import one, parse, word
from triplewire.extract.stance.factuality import Stance, stance
from triplewire.extract.stance.operators import CERTAIN, PROBABLE, stance_lexicon

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

CASES = [
    # plain
    ("Iran attacked the convoy.", "attacked", "positive certain past"),
    ("Iran has attacked the convoy.", "attacked", "positive certain past"),
    ("Iran supports the rebels.", "supports", "positive certain present"),
    # questions in the order of a statement, and statements that quote one
    ("So you painted the same bridge for the fair?", "painted", "positive possible past"),
    ("The mayor left the party on Monday?", "left", "positive possible past"),
    ('The mayor asked, "Who painted the bridge?"', "asked", "positive certain past"),
    # what is due, what recurs, what one could see
    ("We have got to leave the town.", "leave", "positive probable future"),
    ("On Sundays he will visit his aunt and buy her flowers.", "visit", "positive certain present"),
    ("On Sundays he will visit his aunt and buy her flowers.", "buy", "positive certain present"),
    ("Every year the king will open the fair.", "open", "positive certain present"),
    ("The bank will pay a million every year.", "pay", "positive probable future"),
    ("On Sunday he will visit his aunt.", "visit", "positive probable future"),
    ("As a boy he would visit the port and watch the ships.", "watch", "positive certain past"),
    ("The crew was there and could see the smoke.", "see", "positive certain past"),
    ("The crew could see the smoke if they looked.", "see", "positive possible future"),
    ("I have loved boats since I was a child, when I would fish in the bay.", "fish", "positive certain past"),
    ("The mayor asked when they would leave.", "leave", "positive possible future"),
    ("We have got a boat.", "got", "positive certain present"),
    ("We have gotten a boat.", "gotten", "positive certain past"),
    # what is left open
    ("Whether the army shelled the town is unclear.", "shelled", "positive possible past"),
    ("Be it a thief or a spy, the police arrested him.", "Be", "positive possible past"),
    ("Anyone who attacks the mayor will be arrested.", "attacks", "positive possible present"),
    ("Those who break the rules may be fined.", "break", "positive possible present"),
    ("Those who broke the rules were fined.", "broke", "positive certain past"),
    ("Getting Kenya to leave the club is hard.", "leave", "positive possible present"),
    ("Winning the cup was hard.", "Winning", "positive certain past"),
    # joined to a thought, and sentences that a comma joins
    ("I think the mayor lied and the council helped him.", "helped", "positive probable past"),
    ("I think the mayor lied, and the council helped him.", "helped", "positive certain past"),
    ("We only have a map, we can get a better one.", "have", "positive certain present"),
    # negation
    ("Iran did not attack the convoy.", "attack", "negative certain past"),
    ("Iran never supported the rebels.", "supported", "negative certain past"),
    ("Iran no longer supports the rebels.", "supports", "negative certain present"),
    ("No country supports the rebels.", "supports", "negative certain present"),
    ("Nobody supports the rebels.", "supports", "negative certain present"),
    ("Neither Iran nor Syria attacked the convoy.", "attacked", "negative certain past"),
    ("The talks produced no agreement.", "produced", "negative certain past"),
    ("The bridge was seized by nobody.", "seized", "negative certain past"),
    ("The soldiers left without firing a shot.", "firing", "negative certain past"),
    ("The soldiers left without firing a shot.", "left", "positive certain past"),
    ("The raid ended with no losses.", "ended", "positive certain past"),
    ("Iran is far from supporting the rebels.", "supporting", "negative certain present"),
    ("Instead of attacking the port, Iran closed the border.", "attacking", "negative certain past"),
    ("The rebels nearly captured the town.", "captured", "negative certain past"),
    ("The army not only bombed the port but also seized the bridge.", "bombed", "positive certain past"),
    ("The government has yet to sign the treaty.", "sign", "negative certain present"),
    # evidence, doubt
    ("Iran agreed to leave the port, citing the raid.", "citing", "positive certain past"),
    ("Norway did not find that the firm had broken the law.", "broken", "negative certain past"),
    ("Norway found that the firm had broken the law.", "broken", "positive certain past"),
    ("Norway called for the troops to be withdrawn.", "withdrawn", "positive possible future"),
    ("Norway pushed for Chad to leave the port.", "leave", "positive possible future"),
    ("There is no evidence that Iran attacked the convoy.", "attacked", "negative probable past"),
    ("There is no doubt that Iran attacked the convoy.", "attacked", "positive certain past"),
    ("It is unlikely that Iran will attack the port.", "attack", "negative probable future"),
    ("It is not true that Iran attacked the convoy.", "attacked", "negative certain past"),
    ("It is undeniable that Iran attacked the convoy.", "attacked", "positive certain past"),
    ("Had Iran attacked the port, the talks would have failed.", "attacked", "positive possible past"),
    ("Should Iran attack the port, the talks will fail.", "attack", "positive possible future"),
    # implicatives
    ("Iran failed to attack the convoy.", "attack", "negative certain past"),
    ("Iran failed to attack the convoy.", "failed", "positive certain past"),
    ("Iran did not fail to attack the convoy.", "attack", "positive certain past"),
    ("Iran managed to seize the port.", "seize", "positive certain past"),
    ("Iran did not manage to seize the port.", "seize", "negative certain past"),
    ("Iran refused to sign the treaty.", "sign", "negative certain past"),
    ("Iran refused to sign the treaty.", "refused", "positive certain past"),
    ("Turkey was forced to leave the city.", "leave", "positive certain past"),
    ("The navy prevented the rebels from seizing the port.", "seizing", "negative certain past"),
    ("The navy could not prevent the rebels from seizing the port.", "seizing", "positive certain past"),
    ("The rebels were unable to seize the port.", "seize", "negative certain past"),
    ("The rebels were able to seize the port.", "seize", "positive certain past"),
    ("The rebels are able to seize the port.", "seize", "positive possible present"),
    ("Iran used drones to attack the convoy.", "attack", "positive certain past"),
    ("The minister went on to condemn the raid.", "condemn", "positive certain past"),
    ("Albania was the first country to recognise the republic.", "recognise", "positive certain past"),
    ("Turkey has not ruled out sending troops.", "sending", "positive possible past"),
    ("He cannot wait to meet the minister.", "wait", "positive certain present"),
    ("The farmers could not help laughing.", "help", "positive certain past"),
    ("There is no way the wind caused the fire.", "caused", "negative certain past"),
    ("The guards won't usually attack the villagers.", "attack", "negative certain present"),
    ("It means that the rebels are closing the port.", "closing", "positive certain present"),
    ("The villagers had to sell the boats.", "sell", "positive certain past"),
    ("The villagers have to sell the boats.", "sell", "positive probable future"),
    # beside what is still to come
    ("Iran promised raids until Chad left the port.", "left", "positive possible past"),
    ("The rebels fought until Chad left the port.", "left", "positive certain past"),
    ("The party is to choose a leader after Berg was defeated.", "defeated", "positive certain past"),
    ("Chad became the first state in the region to recognise the rebels.", "recognise", "positive certain past"),
    ("The court must decide if the firm broke the law.", "decide", "positive probable future"),
    ("The court will decide, if the firm pays the fine.", "decide", "positive possible future"),
    ("As you know, the farmers are no threat: I do not fear them.", "are", "negative certain present"),
    ("The deputy would normally follow the governor.", "follow", "positive possible present"),
    ("What should they have done so that the port was held?", "held", "positive possible past"),
    ("They closed the road so nobody could leave the town.", "leave", "negative probable future"),
    ("It rained so the match ended.", "ended", "positive certain past"),
    ("We will open a school that teaches the farmers.", "teaches", "positive probable present"),
    ("We will join a school that taught the farmers.", "taught", "positive certain past"),
    # hedges, and what they leave alone
    ("After seizing the port, the rebels reportedly killed the guards.", "seizing", "positive certain past"),
    ("After seizing the port, the rebels reportedly killed the guards.", "killed", "positive probable past"),
    ("The shop is probably shut, as we work at home.", "work", "positive certain present"),
    ("By all accounts, Iran attacked the convoy.", "attacked", "positive probable past"),
    ("By tradition, the queen opens the market.", "opens", "positive probable present"),
    ("Norway, I believe, supports the rebels.", "supports", "positive probable present"),
    ("The firms are small, our tax law is not clear enough to help them.", "are", "positive certain present"),
    ("Even if we were a rich country.", "were", "positive possible past"),
    ("Was this bridge built for the army?", "built", "positive possible past"),
    ("The queen is to leave today, with her son following her.", "following", "positive probable future"),
    ("The queen left, with her son following her.", "following", "positive certain past"),
    # would
    ("I would urge anyone with news to call the police.", "urge", "positive certain present"),
    ("I would urge you if you could hear me.", "urge", "positive possible future"),
    ("At that time nobody would lend us money.", "lend", "negative certain past"),
    ("The singer would praise Oslo when asked at concerts.", "praise", "positive certain past"),
    ("He would later become the mayor of the town.", "become", "positive certain past"),
    ("He said he would later visit the town.", "visit", "positive probable future"),
    # what was, and what is still called so
    ("Erik Berg is the former mayor of the town.", "is", "positive certain past"),
    ("Anna played Maria, also known as Queen Mara.", "known", "positive certain present"),
    ("The hamlet, then known as Kirna, burned down.", "known", "positive certain past"),
    # presupposition
    ("Iran stopped supporting the rebels.", "supporting", "positive certain past"),
    ("Iran will stop supporting the rebels.", "supporting", "positive certain present"),
    ("Iran did not stop supporting the rebels.", "supporting", "positive certain past"),
    ("The court halted the deportation of the migrants.", "deportation", "positive certain past"),
    ("The UN called on Iran to stop bombing the port.", "bombing", "positive certain present"),
    ("The rebels, who never supported the president, may seize the port.", "supported", "negative certain past"),
    # modals
    ("Iran may attack the port.", "attack", "positive possible future"),
    ("Iran may have attacked the port.", "attacked", "positive possible past"),
    ("Iran will attack the port.", "attack", "positive probable future"),
    ("Iran will not attack the port.", "attack", "negative probable future"),
    ("Iran may not attack the port.", "attack", "negative possible future"),
    ("Iran cannot attack the port.", "attack", "negative certain present"),
    ("The truce would have ended the siege.", "ended", "positive possible past"),
    ("The minister said his country would withdraw its troops.", "withdraw", "positive probable future"),
    ("A war would ruin the country.", "ruin", "positive possible future"),
    # conjuncts share what they lack
    ("Russia may attack or besiege the city.", "besiege", "positive possible future"),
    ("The prisoners did not eat or sleep.", "sleep", "negative certain past"),
    ("Iran did not sign the treaty but supported the talks.", "supported", "positive certain past"),
    ("Iran neither confirmed nor denied the report.", "denied", "negative certain past"),
    ("No side attacked the convoy or seized the bridge.", "seized", "negative certain past"),
    # conditions
    ("If Israel attacks the port, Iran will respond.", "attacks", "positive possible future"),
    ("If Israel attacks the port, Iran will respond.", "respond", "positive possible future"),
    ("Iran would retaliate in the event of an attack on its ships.", "attack", "positive possible future"),
    ("It is unclear whether Iran attacked the convoy.", "attacked", "positive possible past"),
    # attempts, plans, wishes
    ("Iran is seeking to support the rebels.", "support", "positive probable future"),
    ("Iran vowed to attack the port.", "attack", "positive probable future"),
    ("Iran vowed to attack the port.", "vowed", "positive certain past"),
    ("Iran is to visit the port.", "visit", "positive probable future"),
    ("Iran is about to attack the port.", "attack", "positive probable future"),
    ("Iran is expected to attack the port.", "attack", "positive probable future"),
    ("Iran is going to attack the port.", "attack", "positive probable future"),
    ("Iran has no plans to attack the port.", "attack", "negative probable future"),
    ("Iran sent troops to support the president.", "support", "positive probable past"),
    ("Iran sends troops to support the president.", "support", "positive probable future"),
    ("The rebels tried to kill the president.", "kill", "positive probable past"),
    ("The rebels are trying to kill the president.", "kill", "positive probable future"),
    ("Anna wanted Karl to sing.", "sing", "positive possible past"),
    ("It is impossible for Iran to attack Israel.", "attack", "negative certain present"),
    ("There might be a bomb.", "be", "positive possible present"),
    ("Iran could be an ally.", "be", "positive possible present"),
    ("Iran might be attacked.", "attacked", "positive possible future"),
    ("We can see the army.", "see", "positive certain present"),
    ("The gulls will often attack the chicks.", "attack", "positive certain present"),
    ("Anna learned how to sing.", "sing", "positive possible future"),
    ("Anna refused to consider his nomination of a judge.", "nomination", "positive certain past"),
    ("During his trip to Rome, which was cancelled, Karl spoke.", "trip", "negative certain past"),
    ("Michael Berg, formerly the mayor of Oslo, spoke.", "mayor", "positive certain past"),
    ("Karl Berg, former minister and mayor of Rome, spoke.", "mayor", "positive certain past"),
    ("The president of Burundi, Karl Berg, died on Monday.", "president", "positive certain past"),
    ("Then-President Anna Lind signed the law.", "President", "positive certain past"),
    ("Karl Berg, the president of Burundi, died on Monday.", "president", "positive certain past"),
    ("Karl Berg, the president of Burundi, spoke on Monday.", "president", "positive certain present"),
    ("Territory controlled by the army.", "controlled", "positive certain present"),
    ("The research was led by Karl Berg, a chemist and professor at Oslo.", "professor", "positive certain present"),
    ("The disease, which each person gives to two people, has yet to be studied.", "gives", "positive certain present"),
    ("Iran wants to attack the port.", "attack", "positive possible future"),
    ("Iran is considering an attack on the port.", "attack", "positive possible future"),
    ("The UN urged Israel to withdraw from the city.", "withdraw", "positive possible future"),
    ("The UN demanded that Israel withdraw from the city.", "withdraw", "positive possible future"),
    ("The UN urged Israel to withdraw from the city.", "urged", "positive certain past"),
    # belief, hearsay, speech
    ("Iran reportedly attacked the convoy.", "attacked", "positive probable past"),
    ("Iran allegedly attacked the convoy.", "attacked", "positive possible past"),
    ("Iran is believed to have attacked the convoy.", "attacked", "positive probable past"),
    ("Iran is said to have attacked the convoy.", "attacked", "positive probable past"),
    ("Iran appears to support the rebels.", "support", "positive probable present"),
    ("It was alleged that Iran attacked the convoy.", "attacked", "positive possible past"),
    ("Iran was accused of attacking the convoy.", "attacking", "positive possible past"),
    ("Israel accused Iran of attacking the convoy.", "attacking", "positive certain past"),
    ("Israel claimed that Iran attacked the convoy.", "attacked", "positive certain past"),
    ("Israel said that Iran may attack the convoy.", "attack", "positive possible future"),
    ("Israel did not say that Iran attacked the convoy.", "attacked", "positive possible past"),
    ("Israel believes that Iran attacked the convoy.", "attacked", "positive probable past"),
    ("Iran denied that it had attacked the convoy.", "attacked", "negative certain past"),
    ("Iran denied that it had attacked the convoy.", "denied", "positive certain past"),
    ("Iran rejected claims that it had attacked the convoy.", "attacked", "negative certain past"),
    ("There are fears that Iran will attack the port.", "attack", "positive possible future"),
    # nouns and adjectives
    ("Iran launched an attack on the port.", "attack", "positive certain past"),
    ("Iran may launch an attack on the port.", "attack", "positive possible future"),
    ("Iran did not launch an attack on the port.", "attack", "negative certain past"),
    ("Iran ruled out an attack on the port.", "attack", "negative certain past"),
    ("Turkey condemned the attack on the port.", "attack", "positive certain past"),
    ("Iran's support for the president may decline.", "support", "positive certain present"),
    ("There was no support for the president.", "support", "negative certain past"),
    ("Iran's alleged attack on the port worried traders.", "attack", "positive possible past"),
    ("Iran's planned attack on the port worried traders.", "attack", "positive probable future"),
    ("Jordan is not an ally of Iran.", "ally", "negative certain present"),
    ("Karim Daneshvar, a former ally of Iran, resigned.", "ally", "positive certain past"),
    ("The minister will meet Karim Daneshvar, an ally of Iran.", "ally", "positive certain present"),
    # questions, orders
    ("Does Iran support the rebels?", "support", "positive possible present"),
    ("Why did Iran attack the convoy?", "attack", "positive certain past"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), CASES)
def test_stance(analyser: Analyser, text: str, predicate: str, expected: str) -> None:
    tree = one(analyser, text)
    found = stance(tree, word(tree, predicate))
    assert f"{found.polarity} {found.certainty} {found.tense}" == expected


def test_a_headline_infinitive_is_a_plan(analyser: Analyser) -> None:
    (tree,) = parse(analyser, "President to visit Geneva", headline=True)
    assert stance(tree, word(tree, "visit")) == Stance("positive", "probable", "future")


def test_a_finite_verb_joined_to_an_infinitive_that_is_the_root(analyser: Analyser) -> None:
    (tree,) = parse(analyser, "To stop the firms and spoke with them.")
    for i in range(len(tree)):
        assert stance(tree, i).polarity == "positive"


def test_every_word_of_a_sentence_has_a_stance(analyser: Analyser) -> None:
    (tree,) = parse(analyser, "Yes, but not if “they” (who?) would rather: never, said nobody; and or to be 7 of.")
    assert all(isinstance(stance(tree, i), Stance) for i in range(len(tree)))


def test_no_governor_has_two_effects_in_one_frame() -> None:
    data = json.loads(files("triplewire.extract.stance").joinpath("stance.json").read_text("utf-8"))
    seen: dict[tuple[str, str], str] = {}
    for name, entry in data["operators"].items():
        for frame, governors in entry["governors"].items():
            for governor in governors.split(", "):
                assert (governor, frame) not in seen, f"{governor} {frame}: {name} and {seen[governor, frame]}"
                seen[governor, frame] = name


def test_a_noun_may_have_a_reading_of_its_own() -> None:
    lex = stance_lexicon()
    verb, noun = lex.operator("drive", "to"), lex.operator("drive", "to", noun=True)
    assert verb and noun
    assert (verb.positive.certainty, noun.positive.certainty) == (CERTAIN, PROBABLE)
