"""Know the question for "your price" that programs send to every form, in the languages into which it is translated."""

import re

# A line is a language: beginnings of its words for a price, then of those for knowing or learning.
_WORDS = """
prys: weet ken | çmim: di | ዋጋ: ማወቅ | سعر أسعار: أعرف اعرف معرفة | գին գն: իմանալ | qiymət: bilmək öyrənmək
prezio: jakin | цан кошт: ведаць даведацца | মূল্য দাম: জানতে | cijen: znati saznati
cen цен: znati saznati знати сазнати | цен: знам науча разбера дознаам | preu: saber conèixer
presyo: nahibalo masayran malaman alamin | mtengo mutengo: kudziwa ziva | 价格 價格 价钱 價錢 报价: 知道 了解
prezzu: sapè cunnosce | cen: vědět znát zjistit | pris: vide kende høre vite veta | prijs: weten kennen
price prices rates pricing: know | prez: scii saber coñecer | hind hinna: teada | hinta hinna hinto: tietää
prix tarif: savoir connaître | priis: witte | ფას: ვიცოდე გამეგო | preis preise: wissen kennen erfahren
τιμ: μάθ ξέρ γνωρίζ | કિંમત ભાવ: જાણ | pri: konnen | farashi: sani | kumuk: ʻike 'ike eʻike ike | מחיר: לדעת
मूल्य कीमत दाम क़ीमत: जानना जान | nqi: paub | ár: tud | verð: vita | ọnụ onu: ịmara mara mata
harga rega regi: tahu mengetahui ngerti nyaho terang | phraghas praghas: fháil fhios
prezz: sapere conoscere naf inkun | 価格 値段 料金: 知り 教え | ಬೆಲೆ: ತಿಳಿ | баға: біл | តម្លៃ: ដឹង
가격: 알 | biha: bizan zan | баа: бил | ລາຄາ: ຮູ້ | preti: scire | cen: zināt uzzināt | kain: žinoti sužinoti
präis: wëssen | vidi: hahafantatra fantatra | വില: അറിയ | utu: mohio mōhio | किंमत: जाण | үнэ үний: мэд
ဈေး စျေး: သိ | मूल्य: जान | بيه بیه نرخ: پوه | قیمت نرخ: بدانم بدونم جان | cen: wiedzieć poznać
preço: saber conhecer | ਕੀਮਤ: ਜਾਣ | preț pret: știu afla aflu | цен стоимост: узнать знать | tau: iloa
prìs: fios faighinn | theko: tseba | قيمت: ڄاڻ | මිල: දැන | cen: vedieť vedieť zistiť | cen: vedeti izvedeti
qiim: ogaad | precio: saber conocer | bei: kujua | нарх: дон | விலை: அறி தெரி | ధర: తెలుసు | ราคา: ทราบ รู้
fiyat: öğrenmek bilmek | цін: знати дізнатис | narx: bil | giá: biết | pris: gwybod wybod
ixabiso: kwazi ukwazi | פרייז: וויסן | owo iye: mọ mo | intengo inani: ukwazi | bahay بها: زانین
баһа хак: бел | baha: bilmek
"""
# Greeting, comma, question: nobody greets an article before asking for its price.
_GREETING = re.compile(r"^[^\d,،、!?]{2,30}[,،、!]")


def _stems(words: str) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, words.split()))
    # Letters may stand before the word in scripts without case: articles, or no spaces at all.
    boundary = r"(?<![^\W\d_])" if words.strip()[0].upper() != words.strip()[0].lower() else ""
    return re.compile(f"{boundary}(?:{alternatives})")


_LANGUAGES = [tuple(map(_stems, pair.split(":"))) for line in _WORDS.strip().splitlines() for pair in line.split("|")]
_ANY_PRICE = re.compile("|".join(price.pattern for price, _ in _LANGUAGES))


def asks_for_a_price(folded: str) -> bool:
    """Say whether a short folded text greets and then asks for a price."""
    if not _GREETING.match(folded) or not _ANY_PRICE.search(folded):
        return False
    return any(price.search(folded) and know.search(folded) for price, know in _LANGUAGES)
