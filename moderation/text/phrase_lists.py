"""List the phrases of each topic, a line or more for each language; `*` at an end stands for any letters.

No names of advertisers are here, which change by the day, only what such advertising says in other words.
"""

MESSENGERS = """
whatsapp*, what's app, whats app, whatapp, watsapp, watsap, whatsap, whatssap, wassap, wa.me, wspp, wsp
telegram, telegr*m, telegran, teligram, telegrame, tele gram, t.me, signal app, viber, wechat, we chat, icq, skype
kik
kakaotalk, line id, snapchat, zangi, discord
телеграм*, телеграмм*, телегу, телеге, тг, ватсап*, вотсап*, вацап*, вайбер*, скайп*, личку, личка, лс
واتساب, واتس اب, واتس, تليجرام, تيليجرام, تلغرام, تلگرام, واتساپ
טלגרם, וואטסאפ, ווטסאפ
微信, 加微, 薇信, 威信, 扣扣, 加q, 电报, 飞机号, q群, vx
카톡, 텔레그램, 텔레, 라인 아이디
เพิ่มเพื่อน, ไลน์, แอดไลน์
व्हाट्सएप, व्हाट्सऐप, टेलीग्राम
"""

REACH_ME = """
text me, dm me, dm her, dm him, inbox me, message me on, message me via, msg me, write me on, write me at, reach me
hit me up
reach out to her, reach out to him, reach her, reach him, reach them on, contact her, contact him, contact me
contact them via
contact us on, contact us via, contact us at, you can contact, write to her, write to him, text her, text him
text the number above
number above, call or text, call us on, call us at, call now, hmu on, add me on, chat me up, kindly contact
get in touch with him
get in touch with her, look him up, look her up, search for her name, send a message to, message him on
message her on, dm for, dm to, slide into my dm, follow me on, follow him on, follow her on, find me on, find him on
schreib mir, schreibt mir, kontaktiere mich, melde dich bei, kontaktieren sie mich, kontaktieren sie uns
escríbeme, escribeme, contáctame, contactame, contáctenos, escríbanme, mándame mensaje
écris-moi, contactez-moi, contactez-nous, écrivez-moi, contacte-moi, ajoute-moi
me chama no, chama no, chame no, entre em contato, me manda mensagem, fale comigo
scrivimi, contattami, contattatemi, contattaci, scrivetemi
napisz do mnie, skontaktuj się, pisz na, napište mi, kontaktujte
bana yazın, bana ulaşın, iletişime geçin, mesaj atın, dm atın, dm'den
пишите в лс, пишите в личк*, пиши в лс, пиши в личк*, пишите в личные, пишите мне
пиши мне, пиши +, пишите +, жду в личке, жду в лс, подробности в лс, подробности в личке
подробнее в лс, связаться со мной, напишите мне, напиши мне, в личные сообщения
напишіть мені, пишіть мені, пишіть в
راسلني, تواصل معي, للتواصل, للتواصل واتساب, كلمني خاص, تواصل عبر
צרו קשר, שלחו הודעה, דברו איתי
hubungi, chat saya, cek ig, cek bio, cek profil, kunjungi profil, dm aja, wa aja, follow ig, cek instagram
cek katalog
mampir ke, langsung order, minat dm, info lebih lanjut, klik link, klik bio, liat ig, chat admin
加我, 联系我, 加微信, 私聊我, 请联系, 咨询, 加群
연락주세요, 연락 주세요, 문의주세요, 연락처
ご連絡, 連絡ください, 友達追加, 追加してください
liên hệ, nhắn tin, inbox mình, ib mình
ติดต่อ, ทักแชท, แอดมา
संपर्क करें, मुझे मैसेज
"""

GAMBLING = """
casino, casinos, jackpot*, slot machine, slot online, slots, free spins, free spin, sportsbook, betting site
betting sites, bookmaker
online betting, roulette, baccarat, blackjack, poker online, online poker, welcome bonus, deposit bonus, no deposit
big win
payout, rtp live, scatter, maxwin, max win, megawin, wager, wagering, cashback, cash back
gacor, gacir, jp, jepe, jackpot, jakpot, situs, bandar, togel, toto, cuan, wd, withdraw, depo, deposit, member baru
new member
hoki, menang, kemenangan, rezeki nomplok, auto sultan, bonus, saldo, link alternatif, pola, judi, taruhan, maen di
main di
jepek, mekswin, spin, rtp, rungkad, zonk, tajir, duit ngalir, hadiah besar, kasih menang, auto cair, saldo cair
tarik dana
daftar di, daftar sekarang, dibayar, terpercaya, meledak, pecah
bahis, bahis sitesi, canlı bahis, deneme bonusu, hoşgeldin bonusu, kaçak bahis, güvenilir site, çevrim şartsız
казино, букмекер*, ставки на спорт, фриспин*, бездепозит*, игровые автоматы, слоты, джекпот, выигрыш*
apuestas, casa de apuestas, tragamonedas, giros gratis, apostas, caça-níqueis, rodadas grátis, jogo do tigrinho
spielautomat*, freispiele, wettanbieter, sportwetten, machines à sous, paris sportifs, tours gratuits
scommesse, giri gratis, gra w kasynie, kasyno, bukmacher*
赌场, 博彩, 彩票, 时时彩, 北京赛车, 百家乐, 老虎机, 下注, 投注, 棋牌, 首存, 返水
카지노, 토토사이트, 먹튀, 슬롯, 바카라, 꽁머니, 첫충
カジノ, スロット, オンラインカジノ, 入金ボーナス
บาคาร่า, สล็อต, คาสิโน, แทงบอล, เครดิตฟรี, แตกง่าย
nhà cái, cá cược, nổ hũ, đánh bài, tài xỉu
كازينو, رهان, مراهنات, סלוטים, קזינו, הימורים
कैसीनो, सट्टा, जैकपॉट
"""

INVESTMENT = """
invest, invested, investing, investment*, investor, investors, trade, trades, trading, trader, traders, broker
brokers, forex, fx
binary option, binary options, bitcoin*, btc, crypto*, cryptocurrency, ethereum, eth, usdt, portfolio, profit
profits, profitable
profitable trade, account manager, financial advisor, financial adviser, financial market, trading platform
trading signals, signals
stock market, stocks, mining, withdrawal, withdrawals, returns, roi, capital, passive income, recovery, wallet
wallets, airdrop, nft
инвест*, трейд*, биткоин*, криптовалют*, крипт*, бирж*, арбитраж*, прибыль*, прибыли, доходност*, вложени*, usdt
投资, 比特币, 炒股, 股票群, 理财, 收益, 荐股, 币圈
inversión, inversiones, invertir, ganancias, criptomonedas, corredor, investimento, lucro, criptomoeda
geld anlegen, kryptowährung*, rendite, investition*, investir, rendement, cryptomonnaie*, bourse, investimenti
guadagni
yatırım, kazanç, borsa, kripto*, استثمار, تداول, العملات الرقمية, ارباح, أرباح, 투자, 비트코인, 수익, 리딩방, 投資
仮想通貨, 副業
"""

EARNING = """
make money, making money, made money, earn money, earning money, earn from home, work from home, extra income
extra cash, per day, a day
daily profit, daily profits, daily income, weekly profit, every week, weekly, per week, a week, per month, monthly
monthly income, passive income
side income, financial freedom, get paid, no experience, part time job, part-time job, get rich, millionaire
easy money
without investment, online job, online jobs, home based, registration fee, referral link, referral code
invitation code, promo code
sign up bonus, free gift card, gift cards
заработ*, зарабат*, доход*, подработк*, удаленн*, удалённ*, без вложений, в день, в неделю, в месяц, обучени*
занятость*, партнер*
партнёр*, вакансии, вакансия, команду, свободный график, гибкий график, пассивный доход, реферал*, с телефона
от 18 лет, только 18
18+, 21+, предоплат*, рабочая схема, проверенная схема, схема заработка, набор, темк*, сотрудничеств*, оплата, выплат*
gana dinero, ganar dinero, ingresos extra, desde casa, trabajo desde casa, ganhe dinheiro, ganhar dinheiro
renda extra, em casa
geld verdienen, nebenverdienst, von zu hause, gagner de l'argent, revenus, à domicile, guadagnare, da casa
para kazan*, evden çalış*, ek gelir, günlük kazanç, penghasilan, kerja dari rumah, tanpa modal
اربح, دخل اضافي, ربح المال, العمل من المنزل, घर बैठे, पैसे कमाए*, कमाई
兼职, 日结, 赚钱, 月入, 日赚, 在家, 躺赚, 재택, 부업, 당일지급, 日払い, 在宅
"""

WARES = """
weight loss, lose weight, fat burn*, burn fat, keto, garcinia, diet pills, supplement*, testosterone
male enhancement, enhancement, muscle building
bigger penis, larger penis, erection, viagra*, cialis, levitra, tramadol, xanax, skin care, skincare, anti aging
anti-aging
wrinkle*, acne, face cream, beauty product*, hair growth, six pack, herbal, side effects, ingredients, detox, cleanse
pharmacy, no prescription, cvv, cvv2, fullz, dumps, cloned card*, credit card dumps, counterfeit*, fake money
fake passport*, fake documents
buy documents, hacker*, hacking service*, spell caster, love spell*, herbalist, herbal cure, loan offer, loans
personal loan, payday loan*
bad credit, credit repair, get a loan, apply for a loan, mortgage rate*, debt relief
seo, seo services, seo company, backlink*, web design, website design, website done, rank higher, ranking*
first page of google, rank on google
rank first, digital marketing, web traffic, increase traffic, guest post*, domain authority, our portfolio, our team
customer service number, customer support number, support phone number, support number, phone number, toll free
tech support
technical support, helpline, helpdesk, customer care, customer service, error code, antivirus, airlines phone number
reservations, cheap flight*
cheap flights, best price*, best prices, discount*, discounts, special offer, limited offer, order now, buy now
shop now, click here
free trial, free shipping, replica*, outlet, wholesale, cheap, essay writing, assignment help, escort*, sex video*
porn*, xxx, sex cam*
hot girls, nude, nudes, dating site*, escort service*, training in, training institute, course in, institute in
for rent, property for
get more info, read more, more info, learn more, visit our website, visit our site, visit my website, our website
my website, my blog
our services, we provide, we offer, we are offering, our company, our experts, technicians, highly skilled
best quality, high quality, free download
followers, buy followers, real followers, likes and followers, views and likes
скидк*, по акции, выгодное предложение, льготная ипотека, по ссылке, в подарок, распродаж*
дешев*, дёшев*, заказ*, купить, продаж*, продам, доставка по, недорог*
программное обеспечение, лицензи*
реклам*, логотип*, раскрутк*, продвижени*, кредит*, займ*, фальш*, купюры, наркот*, виагр*, порно, интим
проститут*, наш сайт
нашем сайте, посетите, бесплатно, бесплатн*, выгодн*, магазин*, переходи*, жми, ссылк*
страховк*
diskon, promo, murah, harga, pemutih*, peninggi*, penggemuk*, pelangsing*, order, ready stock, testimoni, jasa
pulsa, followers indo
kredit, kredite, günstig*, rabatt, angebot, abnehmen, pille*, potenzmittel, jetzt kaufen, bestellen, crédit, prêt
pas cher, promotion
perdre du poids, achetez, acheter, préstamo*, prestamo*, barato, descuento, comprar, adelgazar, empréstimo
emagrecer, desconto, compre
prestito, prestiti, sconto, dimagrire, pożyczk*, kredyt*, tanio, odchudzanie, promocja, kredi, ucuz, indirim
zayıflama, satın al
代开, 发票, 办证, 代办, 贷款, 优惠, 减肥, 淘宝, 刷单, 代写, 春药, 壮阳, 小姐, 约炮, 招聘, 加盟
대출, 할인, 무료, 출장, 다이어트, 激安, 無料, 格安, ダイエット, 融資
قرض, تخفيض, خصم, تخسيس, للبيع, رقم هاتف, סמים, הלוואה, מבצע, הנחה
"""

# Letters of advance-fee fraud and of unasked offers to businesses.
UNASKED_OFFERS = """
next of kin, inheritance, beneficiary, million united states dollars, united states dollars, million dollars
upon your acceptance
your acceptance, exclusive details, keep this confidential, info confidential, strictly confidential, confidential
mutual benefit
mutually beneficial, god fearing, compensation fund, consignment, atm card, bank draft, urgent response
transfer of funds
hundred thousand dollars, united nations, business proposal, business proposition, partnership proposal
kindly reply, kindly respond
individuals like you, businesses like yours, business like yours, companies like yours, website like yours
specializes in helping
specialises in helping, our team specializes, our portfolio, your website's, your site's, getting your website
website redesign
improve ranks, improve your ranking*, get a free, grab your free, free audit, free quote, free consultation
clean up your, with us today
in no time, i came across your website, i was looking at your website, visited your website, couple of our
our existing videos
explainer video*, would like to see our, if you're interested, if you are interested, contact by email
by email only, unsubscribe, opt out
opt-out, outsourc*, virtual assistant*, increase your sales, grow your business, more customers, qualified leads
leads for your
ihre website, ihrer website, ihre webseite, votre site web, su sitio web, seu site, ваш сайт, вашего сайта
ваш бизнес, вашего бизнеса
ваш бизнес*, вашу компанию, вашей компании, взаимовыгодн*, наследств*, конфиденциальн*, 贵公司, 贵司, ビジネス提案
귀사
"""

SELF_PROMOTION = """
check out my, check my, checkout my, check out our, check out this video, check this out, check me out
checking me out
subscribe to my, subscribe to me, subscribe me, subscribe on me, subscribe my, sub to my, sub me, sub for sub
sub 4 sub, sub4sub
please subscribe, pls subscribe, plz subscribe, subscribe and, subscribe to our, subscribe for, subscribe in my
go subscribe
my channel, my youtube, our channel, my new song, my new video, my videos, look at my, visit my, visit our, my page
my facebook
my instagram, my website, like my page, follow my, follow me, my music, my cover, my covers, our covers
give it a listen, please listen
like this comment, thumbs up if, thumbs up so, share this, please share, please like, please help me, donate
please watch, watch my, i make videos
hit k subscribers, new youtuber, small youtuber, upcoming, i'm a rapper, vote for me, sign this petition
download my, free app
mein kanal, meinen kanal, abonniert, abonniere, mi canal, suscríbete, suscribanse, visita mi, meu canal, inscreva-se
se inscreva
ma chaîne, abonnez-vous, abonne-toi, il mio canale, iscrivetevi, iscriviti, mój kanał, subskrybuj, kanalıma
abone olun, abone ol
мой канал, подпишись, подпишитесь, подписывай*, на мой канал, мой блог, заходи, заходите, вступай*, переходите
قناتي, اشتركوا, اشترك في, הערוץ שלי, תרשמו, 我的频道, 订阅, 关注我, 내 채널, 구독해, 구독 부탁, 私のチャンネル
チャンネル登録
channel saya, channel aku, subscribe channel, jangan lupa subscribe, follow akun, follow back
"""

PHRASES = {
    "messengers": MESSENGERS,
    "reach_me": REACH_ME,
    "gambling": GAMBLING,
    "investment": INVESTMENT,
    "earning": EARNING,
    "wares": WARES,
    "unasked_offers": UNASKED_OFFERS,
    "self_promotion": SELF_PROMOTION,
}
