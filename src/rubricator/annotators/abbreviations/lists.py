"""The lists of abbreviations: what each stands for, by the kind of text that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rubricator.errors import SettingsError

LISTS: Mapping[str, str] = {
    "general": """
        viz. = namely; &c. = et cetera; &c = et cetera; etc. = et cetera; i.e. = that is; e.g. = for
        example
    """,
    "commercial": """
        inst. = instant; ult. = ultimo; prox. = proximo; do. = ditto; acct. = account; accts. =
        accounts; recd. = received; rec'd = received; amt. = amount; cwt. = hundredweight; gall. =
        gallons; doz. = dozen
    """,
    "official": """
        Govt. = Government; Gov't = Government; Dept. = Department; Esq. = Esquire; Esqr. = Esquire;
        Bart. = Baronet; Bt. = Baronet; Parlt. = Parliament; Genl. = General; Regt. = Regiment; Commr.
        = Commissioner; Commrs. = Commissioners; Secy. = Secretary; Sec'y = Secretary
    """,
    "titles": """
        Mr. = Mister; Mr = Mister; Mrs. = Mistress; Mrs = Mistress; Dr. = Doctor; Dr = Doctor; Messrs.
        = Messieurs; Rev. = Reverend; Revd. = Reverend; Hon. = Honourable; Capt. = Captain; Col. =
        Colonel; Gen. = General; Lieut. = Lieutenant; Lt. = Lieutenant; Prof. = Professor; Sergt. =
        Sergeant; Sgt. = Sergeant; Wm. = William; Thos. = Thomas; Chas. = Charles; Geo. = George; Jas.
        = James; Jno. = John; Robt. = Robert; Saml. = Samuel; Edwd. = Edward; Danl. = Daniel; Benj. =
        Benjamin; Alexr. = Alexander; Richd. = Richard
    """,
    "manuscript": """
        ye = the; yt = that; yn = than; ym = them; wch = which; wch. = which; wh. = which; wd = would;
        wd. = would; cd = could; cd. = could; shd = should; shd. = should; yr = your; yr. = your; yrs =
        yours; yrs. = yours; agst = against; agst. = against; abt = about; abt. = about; tho' = though;
        thro' = through; altho' = although; recd = received; hond = honoured; affecte = affectionate;
        affly = affectionately; obt = obedient; obt. = obedient; servt = servant; servt. = servant;
        Majty = Majesty; compts = compliments; compts. = compliments; Novr = November; Decr = December;
        Octr = October; Septr = September; Janry = January; Febry = February
    """,
}
UNSURE = frozenset("do. ye yn ym gall. wh. Bt. etc. i.e. e.g. Gen. Hon.".split())
"""What may be a word at the end of a sentence, or is left as it stands by most editors."""


def expansions(names: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """The abbreviations of the lists called *names*: what each stands for, and whether that is sure."""
    found: dict[str, tuple[str, bool]] = {}
    for name in names:
        if name not in LISTS:
            raise SettingsError(
                f"There is no list of abbreviations {name!r}.", remedy=f"Choose of {', '.join(LISTS)}."
            )
        for item in LISTS[name].split(";"):
            form, _, meant = " ".join(item.split()).partition(" = ")
            found[form.strip()] = meant.strip(), form.strip() not in UNSURE
    return found
