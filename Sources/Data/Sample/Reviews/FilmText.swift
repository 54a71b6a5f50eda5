/// The rules that every review may use: films and those who make them, stories, cinemas, evenings.
enum FilmText {
    /// Names, and what films are about; they build on ``EverydayText/rules``.
    static let rules = """
        # Films and people

        film: film *6 | movie *6 | picture *2
        kind: comedy *3 | thriller *3 | drama *3 | western *2 | musical *2 | mystery *2 | romance *2
            documentary | war film | road movie | ghost story | crime story | spy film | fairy tale | cartoon
            science fiction film | sports film | costume drama | disaster movie | detective story | love story
        titlenoun ~ river | garden | winter | window | road | island | letter | harbour | mirror | orchard
            bridge | lantern | summer | shadow | castle | station | piano | mountain | storm | circus | forest
            kitchen | parade | violin | desert | carnival | lighthouse | tower | market | theatre | meadow
            comet | engine | compass | diary | attic | ballroom | canyon | chapel | clockmaker | courier
            crossing | falcon | ferry | fiddler | fountain | furnace | gallery | glacier | hammer | heron
            horizon | hotel | inheritance | journal | kingdom | labyrinth | ladder | library | lodger | magpie
            mapmaker | mask | mill | neighbour | nightingale | oak | painter | passenger | pearl | pilot
            postcard | promise | puppet | quarry | rain | raven | regatta | ribbon | sailor | schoolhouse
            sparrow | staircase | stranger | tailor | telegram | thaw | tide | trumpet | umbrella | valley
            veranda | voyage | waltz | watchmaker | waterfall | whistle | willow | wolf | beekeeper | almanac
        titleadjective ~ last | long | silent | golden | lost | broken | secret | empty | crooked | hidden
            blue | crimson | distant | frozen | gentle | hollow | midnight | narrow | painted | paper | quiet
            restless | scarlet | silver | sleeping | stolen | velvet | wandering | wooden | second | invisible
            forgotten | borrowed | burning | copper | tender | thirteenth | upside down | wild | yellow
        title: the {titleadjective} {titlenoun} *5 | the {titlenoun} of {town} *2 | {titlenoun} and {titlenoun} *2
            the {titlenoun} *2 | {titleadjective} {titlenoun}s *2 | a {titlenoun} in {city} | {first}'s {titlenoun}
            the {titlenoun}'s {titlenoun} | {surname} | goodbye {town} | {titlenoun} {2..5} | the {surname} affair
        player: {first} {surname} *6 | {first} {foreign} *2 | {first} {surname} {surname}
        star: {@player} *3 | {player} *4
        maker: director {@surname} *2 | {@player} | the director *3 | whoever directed this | the writers
        hero ~ teacher | detective | farmer | nurse | lawyer | pilot | painter | journalist | soldier | cook
            widow | student | captain | taxi driver | doctor | pianist | thief | boxer | librarian | gardener
            professor | sheriff | waitress | clerk | magician | photographer | fisherman | carpenter | dancer
            postman | scientist | baker | singer | mayor | banker | actress | spy | mechanic | priest | coach
            astronaut | architect | butcher | translator | tailor | barber | poet | engineer | miner | clown
            violinist | chess player | lighthouse keeper | weatherman | bus driver | locksmith | vet | jockey
            cellist | archaeologist | gambler | beekeeper | surgeon | plumber | inventor | night porter | tutor
        trait ~ young | old | lonely | retired | shy | famous | stubborn | clumsy | proud | penniless | wealthy
            nervous | cheerful | absent minded | ambitious | divorced | homesick | modest | talkative | honest
            jealous | widowed | forgetful | elderly | bookish | reckless | gentle | short sighted | tired
            superstitious | talented | unlucky | vain | weary | eccentric | grumpy | orphaned | bankrupt
        relative: brother | sister | father | mother | uncle | aunt | cousin | grandmother | grandfather
            daughter | son | neighbour | best friend | old flame | boss | landlady | twin | nephew | niece
        thing ~ letter | suitcase | map | house | dog | diamond | boat | horse | piano | photograph | ring
            diary | key | painting | bicycle | telegram | clock | necklace | violin | parrot | umbrella | coat
            manuscript | recipe | telescope | motorcycle | sword | coin | statue | camera | cat | ladder
            accordion | balloon | barrel | basket | briefcase | candle | canoe | caravan | chest | compass
            doll | drum | fiddle | flute | goose | hat | kite | lamp | lorry | mask | microscope | parcel
            passport | pistol | radio | rowing boat | rug | samovar | scarf | shovel | sledge | stamp | teapot
            ticket | tortoise | tractor | trumpet | trunk | typewriter | vase | wardrobe | whistle | will
        place: {town} *3 | {city} *3 | a village near {town} | {state} | {country} | a small town in {state}
            an island off {country} | a boarding school | a lighthouse | an old hotel | a sawmill | a circus
            a railway station | a research station | a monastery | a vineyard | a department store | a barge
            a mining camp | a fishing port | a sanatorium | a newspaper office | a theatre in {city}
        decade: the twenties | the thirties | the forties | the fifties *2 | the sixties *2 | the seventies *2
            the eighties *2 | the nineties
        year: {1931..2004}
        event: wedding | funeral | robbery | flood | storm | trial | strike | election | concert | eclipse
            birthday | blackout | boxing match | horse race | snowstorm | fire | reunion | masked ball | siege
            auction | school play | train crash | festival | parade | duel | harvest | chess match | landslide
        """

    /// Sentences that say nothing about how good a film is.
    static let sentences = """
        plot:
            a {trait} {hero} (finds|steals|inherits|loses|buys|hides) a {thing} and {deed}
            the story is about a {trait} {hero} who {deed}
            {star} plays a {hero} in {place} who {deed}
            in {place} a {hero} and a {hero} {joint}
            it is set in {place} in {decade}
            after the {event} the {hero} {deed}
            a {trait} {hero} and (his|her) {relative} {joint}
            {star} is the {trait} {relative} of a {hero}
            there is a {event} in the middle of it and a {event} near the end
            then the {relative} turns up with a {thing}
            the {hero} wants the {thing} and so does the {hero}
            meanwhile a {hero} from {place} {deed}
            (his|her) {relative} knows about the {thing} but says nothing until the {event}
            {star} and {star} meet at a {event} in {place}
            the {hero} and the {hero} share a {thing} and a secret
            at the {event} everybody learns what the {relative} did in {place}
            what follows is a {event} a {event} and a good deal of talk about a {thing}
        deed:
            falls in love with a {trait} {hero} *2
            goes back to {place} *2
            looks for (his|her) {relative} *2
            has to choose between a {thing} and (his|her) {relative}
            is mistaken for a {hero}
            sells the {thing} to a {trait} {hero}
            travels to {place} with a {thing}
            is accused of taking a {thing}
            must be in {place} before the {event}
            meets a {trait} {hero} on a train to {city}
            pretends to be a {hero}
            is followed by a {trait} {hero}
            learns that (his|her) {relative} was a {hero}
            spends a winter in {place}
            opens a shop in {town}
            hides in {place} until the {event}
        joint:
            look for a {thing} *2
            fall in love *2
            quarrel about a {thing}
            plan a {event}
            cross {country} with a {thing}
            spend the night in {place}
            try to win a {event}
            are trapped in {place} by a {event}
            write letters to a {trait} {hero}
            share a house in {town}
        context:
            i saw it (last night|last week|on television|at a festival in {city}|on video|with my {relative})
            i saw this (years ago|twice|on a plane|late at night|in a nearly empty cinema) [in {city}]
            it was made in {year} [and shot in {place}]
            the {film} runs for {75..180} minutes
            {maker} also made {title} [in {year}]
            {star} was in {title} too
            it is based on a (novel|play|short story|true story|newspaper article) [by {player}]
            it was shot in {country} and {country}
            my {relative} had rented it [together with {title}]
            the disc has an interview with {star} and a (trailer|commentary|short film)
            {star} sang the title song
            it came out the same year as {title}
            i had read the book by {player} before
            there is a remake from {year} with {star}
            you will know {star} from {title}
            the print i saw was {year} stock with subtitles
            i don't usually watch a {kind}
            it won a prize in {city} in {year}
            {star} replaced {star} after two weeks
            we watched it after {title} [and before {title}]
        mood:
            it is (rather|very|quite) (slow|long|dark|loud|quiet|odd|serious|old fashioned|short|talkative)
            the {film} is (all|mostly|half) (talk|music|shadow|scenery|flashback|chase)
            (some|most) people will (love|hate) it and (some|most) will not
            make of it what you will
            it is (not|hardly) a {kind} (at all|in the usual sense)
            there are things i liked and things i did not
            the {aspect} is what you would expect of a {kind}
            compare the {aspect} with that of {title}
            opinions about the {aspect} differ
            i still do not know what to think of the {aspect}
        """
}
