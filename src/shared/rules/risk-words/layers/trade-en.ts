/** What holds in one trade alone, in English. */
export const TRADE_EN: Readonly<Partial<Record<string, string>>> = {
  apparel: `designer dupe|promise|warn|similar style
replica|promise|ban||replica of our spring,a replica of my
same factory as|endorse|warn|similar make
never shrinks|promise|warn|wash cold
100% cashmere|promise|warn|see the label
100% silk|promise|warn|see the label`,
  food: `cures colds|efficacy|ban|a warm drink
superfood that heals|efficacy|ban|part of a balanced diet
fat burning|efficacy|ban|goes with diet and exercise
zero calories|promise|warn|see the label
all natural|promise|warn|see the ingredients
sugar free|promise|warn|see the label
replaces breast milk|minor|ban
lowers blood sugar|efficacy|ban|ask your doctor
heart healthy|efficacy|warn|see the label`,
  beauty: `medical grade|efficacy|warn|gentle
botox in a bottle|efficacy|ban|softens the look of fine lines
removes wrinkles|efficacy|ban|softens the look of fine lines
erases scars|efficacy|ban|moisturises
permanent whitening|efficacy|ban|evens the look of skin
instant face lift|efficacy|ban|feels firmer
hypoallergenic|promise|warn|patch test first
non toxic|promise|warn|see the ingredients
cruelty free|promise|warn|see the certificate
anti aging|efficacy|warn|moisturises
pore eraser|promise|warn|blurs pores`,
  health: `manages diabetes|efficacy|ban|ask your doctor
treat cancer|efficacy|ban|ask your doctor
heals arthritis|efficacy|ban|ask your doctor
stop taking your|efficacy|ban|ask your doctor
replaces insulin|efficacy|ban|ask your doctor
natural antibiotic|efficacy|ban
no prescription needed|efficacy|ban|ask your doctor
clinically tested cure|efficacy|ban
prevents covid|efficacy|ban
boosts metabolism|efficacy|warn|part of a balanced diet`,
  home: `kills 100% of germs|efficacy|ban|see the label||epa
kills all bacteria|efficacy|ban|see the label||epa
antimicrobial|efficacy|warn|see the label||epa
lifetime guarantee|promise|warn|see the warranty
unbreakable|promise|warn|sturdy
fireproof|promise|warn|see the rating`,
  digital: `never lags|promise|warn|runs smoothly
fully waterproof|promise|warn|see the rating
radiation free|promise|ban
brand new refurbished|promise|ban|refurbished
military grade|endorse|warn|see the rating`,
  jewellery: `investment piece|finance|warn|buy it if you like it
will hold its value|finance|ban|prices go up and down
conflict free|promise|warn|see the certificate
solid gold|promise|warn|see the hallmark
healing crystal|efficacy|warn|a pretty stone
brings luck|vulgar|warn|a gift with a wish`,
  baby: `as good as breast milk|minor|ban
closest to breast milk|minor|ban
prevents sids|efficacy|ban
safe to sleep unattended|promise|ban|never leave a baby alone
teething cure|efficacy|ban|ask your doctor
makes your baby smarter|promise|ban|a toy to play with`,
  education: `guaranteed pass|promise|ban|practice for the exam
guaranteed job|promise|ban|see the placement figures
guaranteed admission|promise|ban
no exam needed|promise|ban
learn a language in a week|promise|warn|progress varies`,
  finance: `risk free returns|finance|ban|prices go up and down
guaranteed income|finance|ban|prices go up and down
cannot lose|finance|ban|prices go up and down
insider tip|finance|ban
to the moon|finance|warn|prices go up and down
hot stock|finance|ban
instant approval|finance|warn|subject to checks`,
  alcohol: `no hangover|promise|ban|drink responsibly
drink and drive|vulgar|ban|never drink and drive|never drink and drive,don't drink and drive,do not drink and drive
drink it all in one|vulgar|ban|drink responsibly
good for your heart|efficacy|ban|drink responsibly
calms your nerves|efficacy|ban|drink responsibly`,
};
