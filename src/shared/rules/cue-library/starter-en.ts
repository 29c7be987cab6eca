/** Lines `kind|tone|text`, none longer than a host reads at a glance. */
export const STARTER_CUES_EN = `
welcome|warm|Welcome everyone new: say hello
welcome|warm|Welcome {names}, first look: link {link}
welcome|lively|Just joined? This is {product}
welcome|plain|Many new: repeat today's offer, 30 s
welcome|warm|Welcome {names}, ask me anything
welcome|lively|{online} watching: greet the room
welcome|calm|Who you are, what you sell, until when
retain|warm|Stay: link {link} is next
retain|lively|Giveaway right after this one
retain|plain|Say when the next offer is, how many
retain|warm|Ask for a follow to hear of the next show
retain|lively|{left} left, then the offer of the day
retain|playful|Don't scroll: I'm putting it on
rescue|lively|Room is thinning: go to the offer now
rescue|plain|Change pace: stand up, come closer
rescue|lively|Ask the room: what size do you wear?
rescue|plain|Back to {product}: one reason to buy
rescue|urgent|Few new people: repeat price of link {link}
rescue|calm|Slow down, look into the lens
rescue|playful|Guess the price: I read out who is right
thanks|warm|Thank {names} for the {gift}
thanks|warm|Thank {names}, {count} people in all
thanks|lively|Thanks for the order, {names}
thanks|warm|Welcome to the club, {names}
thanks|lively|{likes} likes: thank you all
thanks|warm|{orders} orders today: thank the room
question|plain|Read a question out loud and answer it
question|plain|Asked: {question}
question|warm|Unsure of your size? Height and weight in chat
question|expert|Explain fabric, washing, pilling
question|plain|Once for all: carrier and days to arrive
question|plain|Once for all: how to return it
question|warm|Missed yours? Type it again
price|plain|{product}: you pay {price}
price|plain|Was {list price}, now {price}: {saving} off
price|calm|Slowly, twice: link {link}, {price}
price|expert|Why it costs this: fabric, work, origin
price|plain|Say where the coupon is and how it adds up
price|warm|Too dear? Count the years it lasts
price|plain|Two or more: say each final price
demo|plain|Step closer, show the fabric
demo|lively|Put it on, turn, side and back
demo|expert|Stretch it, crush it, let them see
demo|plain|Another colour: all three side by side
demo|plain|Style it with something everyday
demo|expert|Inside out: seams and care label
demo|playful|Compare with last year's, honestly
close|urgent|Link {link}: {stock} in stock
close|lively|Ready? Three, two, one: link {link}
close|plain|Ordered? Check address and size
close|warm|Unsure? Order, and return if it's not right
close|plain|Again: link {link}, {price}, ships tonight
close|calm|After this we move on
close|urgent|Not paid yet? Stock goes to paid orders
giveaway|lively|Giveaway: say how to enter, three times
giveaway|plain|Say when, how many, how to claim
giveaway|lively|Count down, read the names, then go on
giveaway|warm|Congratulations {names}: message service
giveaway|plain|Next round in {left}
giveaway|calm|Rules: no purchase needed
rest|calm|Sip of water, slower
rest|warm|Sit for two minutes, rest your voice
rest|plain|Hand over, three minutes off camera
rest|calm|Breathe, shoulders down, smile
rest|plain|After this block: play a clip
correction|plain|Correct it: the price is {price}
correction|calm|Take that back, say it another way
correction|plain|Correct it: {stock} in stock
correction|warm|Apologise, then say it again right
correction|plain|The page is right about the offer
correction|calm|Not about others: only our own product
likes|lively|Tap the screen: the goal is near
likes|warm|{likes} likes: thank a few by name
likes|lively|Likes are up: show link {link} now
likes|plain|Say it: likes are free and help the room
calm|calm|Unhappy? Service answers messages now
calm|warm|Hear them out, then say what you do
calm|calm|Too dear? Say what it is worth, don't argue
calm|plain|Say who handles returns, and how fast
next|plain|Enough of this one: link {link}
next|lively|Sold out: on to the next one
next|warm|Missed it? Save it, restock is announced
next|plain|Next item: price first, then put it on
wrap|plain|Over time: one sentence, then on
wrap|calm|Price once more, wrap up in 30 s
wrap|warm|Thank you all, the next part is starting
wrap|plain|{left} left of this part: wrap up
free|plain|Look into the lens, smile
free|plain|A little louder
free|plain|A little slower
free|plain|Step left: you cover the product
free|plain|Next: link {link}, {product}
`;
