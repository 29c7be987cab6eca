/**
 * The words a desk starts with in English, lower case, matched at word boundaries. One entry a
 * line: `phrase|class|level|instead|except,except`, where the last two fields may be left off.
 */
export const STARTER_EN: string = `best in the world|superlative|ban|one of our favourites
world's best|superlative|ban|one of our favourites
best on the market|superlative|ban|a solid choice
best in the industry|superlative|ban|a solid choice
number one brand|superlative|ban|a well known brand
number 1 brand|superlative|ban|a well known brand
no 1 brand|superlative|ban|a well known brand
number one in the world|superlative|ban|popular with our customers
the only one that works|superlative|ban|it works well for many people
second to none|superlative|warn|very well made
unbeatable|superlative|warn|good value
unrivalled|superlative|warn|very well made
most effective|superlative|ban|used as the label says
most advanced|superlative|warn|a newer design
safest|superlative|ban|tested to the standard on the label|safest way to wash,safest way to store
better than any other brand|superlative|ban|compare it for yourself
nothing else comes close|superlative|warn|compare it for yourself
one of a kind formula|superlative|warn|our own formula
cures|efficacy|ban|helps you relax|cures boredom,glue cures,resin cures,gel cures,paint cures
cure for|efficacy|ban|a comfort|cure for boredom,cure for a boring outfit,let it cure for,needs to cure for
miracle|efficacy|ban|favourite|minor miracle,small miracle
heals acne|efficacy|ban|gentle on skin
treats eczema|efficacy|ban|moisturises dry skin
treats arthritis|efficacy|ban
prevents cancer|efficacy|ban
fights cancer|efficacy|ban
kills viruses|efficacy|ban|cleans surfaces
reverses aging|efficacy|ban|moisturises
reverses ageing|efficacy|ban|moisturises
erases wrinkles|efficacy|ban|softens the look of fine lines
look ten years younger|efficacy|ban|skin looks fresh
regrows hair|efficacy|ban|cleans the scalp
lowers blood pressure|efficacy|ban|ask your doctor
lowers cholesterol|efficacy|ban|ask your doctor
controls diabetes|efficacy|ban|ask your doctor
boosts immunity|efficacy|ban|part of a balanced diet
boosts your immune system|efficacy|ban|part of a balanced diet
detoxes your body|efficacy|ban|refreshing to drink
flushes out toxins|efficacy|ban|refreshing to drink
burns fat|efficacy|ban|goes with exercise
melts fat|efficacy|ban|goes with exercise
lose 10 pounds|efficacy|ban|goes with diet and exercise
lose weight fast|efficacy|ban|goes with diet and exercise
lose weight without exercise|efficacy|ban|goes with diet and exercise
no diet needed|efficacy|ban|goes with diet and exercise
relieves anxiety|efficacy|ban|a calm moment
cures insomnia|efficacy|ban|a calm evening routine
clinically proven|efficacy|warn|see the test on the page
scientifically proven|efficacy|warn|see the test on the page
no side effects|efficacy|ban|read the label before use
chemical free|efficacy|warn|see the ingredients
replaces your medication|efficacy|ban|ask your doctor
throw away your pills|efficacy|ban|ask your doctor
guaranteed results|promise|ban|results vary
results guaranteed|promise|ban|results vary
guaranteed to work|promise|ban|results vary
works every time|promise|ban|results vary
works for everyone|promise|ban|results vary
instant results|promise|ban|use it regularly
overnight results|promise|ban|use it regularly
100% effective|promise|ban|results vary
100% safe|promise|ban|tested to the standard on the label
completely safe|promise|ban|tested to the standard on the label
risk free|promise|ban|returns within the stated days
zero risk|promise|ban|returns within the stated days
never fades|promise|warn|colour holds well if washed cold
never breaks|promise|warn|sturdy
lasts forever|promise|warn|made to last
permanent results|promise|ban|results vary
lowest price ever|price|ban|today's show price
lowest price anywhere|price|ban|today's show price
lowest price on the internet|price|ban|today's show price
cheapest in the world|price|ban|good value
cheapest anywhere|price|ban|good value
never this cheap again|price|ban|the offer ends tonight
below cost|price|warn|reduced
selling at a loss|price|warn|reduced
practically free|price|warn|good value
wholesale price|price|warn|show price
wholesale prices|price|warn|show prices
factory price|price|warn|show price
factory prices|price|warn|show prices
last chance ever|scarcity|ban|the offer ends tonight
never coming back|scarcity|warn|no restock date yet
gone forever|scarcity|warn|no restock date yet
once in a lifetime deal|scarcity|ban|today's offer
buy now or regret it|scarcity|ban|take your time
everyone is buying this|scarcity|warn|popular today
price goes up any minute|scarcity|ban|the offer ends tonight
dm me to pay|contact|ban|pay in the shop
dm me to order|contact|warn|order in the shop
whatsapp me|contact|ban|message the shop
message me on whatsapp|contact|ban|message the shop
add my wechat|contact|ban|message the shop
wechat me|contact|ban|message the shop
text me at|contact|ban|message the shop
telegram me|contact|ban|message the shop
pay me on paypal|contact|ban|pay in the shop
cash app me|contact|ban|pay in the shop
venmo me|contact|ban|pay in the shop
zelle me|contact|ban|pay in the shop
pay outside the app|contact|ban|pay in the shop|never pay outside the app,do not pay outside the app
order outside the app|contact|ban|order in the shop|never order outside the app
doctor recommended|endorse|warn|ask your doctor
doctors recommend|endorse|warn|ask your doctor
dermatologist recommended|endorse|warn|see the test on the page
recommended by nasa|endorse|ban
fda approved|endorse|ban|see the label|not fda approved
government approved|endorse|ban|see the certificate
endorsed by the president|endorse|ban
used by hospitals|endorse|warn|see the certificate
celebrities swear by it|endorse|warn|popular with our customers
get rich|finance|ban|enjoy it|get rich colour,get rich color,get rich flavour,get rich flavor
get rich quick|finance|ban
double your money|finance|ban
guaranteed profit|finance|ban|prices go up and down
guaranteed returns|finance|ban|prices go up and down|guaranteed returns within
passive income|finance|warn
make money from home|finance|ban
quit your job|finance|warn
can't lose investment|finance|ban|prices go up and down
it will only go up in value|finance|ban|buy it if you like it
everyone wins a prize|vulgar|ban|see the giveaway rules
share or bad luck|vulgar|ban
send gifts to win|vulgar|ban|see the giveaway rules
hot singles|vulgar|ban
use your mom's phone|minor|ban|ask a parent to order
use your mum's phone|minor|ban|ask a parent to order
use your parents' card|minor|ban|ask a parent to order
don't tell your parents|minor|ban|ask a parent first
beg your parents|minor|ban|ask a parent first
spend your pocket money|minor|ban|ask a parent first
all your classmates have it|minor|ban|buy it if you need it
no id needed|minor|ban|for adults only`;
