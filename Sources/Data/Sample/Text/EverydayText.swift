/// The rules that every story may use: time and place, people and firms, sums and shares.
enum EverydayText {
    /// The rules that all families build on.
    static let rules = """
        # Time

        month: january | february | march | april | may | june | july | august | september | october
            november | december
        weekday: monday | tuesday *2 | wednesday *2 | thursday *2 | friday
        when: today *6 | yesterday *2 | on {weekday} | late {weekday} | earlier today | this week
            this morning
        soon: next week | next month | by {month} | in {month} | later this year | within {2..9} weeks
            before the end of {month} | early next year | in the (first|second) half of next year
        lately: last week | last month | in {month} | since {month} | so far this year
            in the past {2..9} weeks | during the past {2..11} months | over the past year
        year: 1984 | 1985 *3 | 1986 *5
        quarter: first quarter | second quarter | third quarter | fourth quarter

        monthend: january 31 | february 28 | march 31 *2 | april 30 | may 31 | june 30 *2 | july 31
            august 31 | september 30 *2 | october 31 | november 30 | december 31 *3

        # Sums and shares; a point is a space, as in the old tokenized wires

        tenth: {0..9}
        pct: {1~40} pct *3 | {1~24} {tenth} pct *5 | {0..3} {1..9} pct *2
        mln: {1~980} mln *3 | {1~220} {tenth} mln *4
        bln: {1~90} bln *2 | {1~48} {tenth} bln *4
        sum: {mln} dlrs *4 | {bln} dlrs *3
        few: two | three *2 | four | five | six | several | about a dozen | nearly {20..90}

        fraction: 1 2 *3 | 1 4 *2 | 3 4 *2 | 1 8 | 3 8 | 5 8 | 7 8 | 1 16 | 3 16 | 5 16 | 7 16 | 9 16 | 11 16
            13 16

        # What prices and figures do

        up: rose *5 | climbed *2 | gained *2 | advanced | increased *3 | went up | jumped | picked up | firmed
            edged up | moved higher | surged | recovered
        down: fell *5 | dropped *3 | declined *3 | slipped *2 | eased *2 | went down | slid | edged down
            lost ground | retreated | moved lower | tumbled | weakened
        move: {up} *5 | {down} *5
        rise: rise *3 | increase *3 | gain *2 | advance | improvement | jump
        fall: fall *3 | decline *3 | drop *2 | decrease | slide | setback
        change: {rise} *4 | {fall} *4
        sharply: sharply *3 | slightly *4 | steadily *2 | moderately | marginally *2 | strongly | modestly
            abruptly
        higher: higher *4 | lower *4 | unchanged | firmer *2 | weaker *2 | mixed | steady *2 | little changed

        # People; every name is made of a stem and an ending, and belongs to nobody

        first ~ john | robert | william | james | david | richard | peter | thomas | michael | charles | paul
            george | edward | donald | frank | alan | kenneth | mark | stephen | ronald | walter | martin
            henry | susan | margaret | anne | helen | joan | carol | ruth | daniel | philip | roger | arthur
            harold | ralph | gerald | raymond | leonard | howard | bruce | keith | dennis | douglas | gordon
            neil | ian | colin | hugh | barbara | janet | diane | ellen | judith | simon | nigel | graham
            trevor | clive | derek | victor
        surname + hal bren tar wex dun cas mer whit kel lor fen ash bar gren nor pem sed thor wal har lang mar
            rad cor bel dal el fair gar hol ken lin mil oak pres quin ran sher tren under ver win yar brad cul
            der em fos gil hart in jar kings lam mos nel os par red sax tel up vin wood ald bick chad clay
            crom dray ed el fal flin gad glen hem hex hunt kirk leath lud mal mid nutt old pax pen priest ras
            rook rus sand scar shel spar stan strat sut thack thur tot trus ul wad war wel wim wolver wy zeal
            , brook ton ford well more ham ley field man croft worth den sworth wick stead by son gate bury
            comb dale land lock mere rick shaw stone ward ridge burn hurst thorpe low cote bourne minster
            cliffe mond leigh sey ingham
        japanese + tak mor yam kob nak had ish ots mur fuj ok sat hir kit miz nog shib tom wat ued , ada ida
            ono ura awa imoto anaka ori eda uchi azaki amura aka
        german + hoff rein lind berg vent schr kell brand stein wein alt kraus lang neu ober pfeil rott sieg
            thal vogt , enfeld auer inger emann ichter ner ke acher ert meier wald au ing hardt eler
        latin + sant alv mend bar cast vill rod per mor sal del fern mart nav ort quint ram tav vel zam bel
            cont gall ross lomb mar , ez ano ero ado ini elli ucci ari aldo ena ino osa onte anza
        french + mont beau lef dup gir bon laur rous carr tell mer van pel chast dev fav gaut , ier eau ard
            elle ont eux in on ert eville and oux ac
        foreign: {japanese} | {german} | {latin} | {french}
        person: {first} {surname} *4 | {first} {foreign} | {foreign}
        who: a (spokesman|spokeswoman) *2 | a senior official | {person}
            one (trader|dealer|analyst|economist) | market sources | a government official | industry sources
            a company statement | trade sources
        post: minister | deputy minister | under secretary | commissioner | director general | chairman
            governor | vice president | president | chief economist | managing director | secretary | delegate
            adviser
        expert: analyst | economist | trader | dealer | broker | consultant | strategist

        # Firms and houses

        house: {surname} {surname} and co *2 | {surname} brothers | {surname} {surname} inc
            {surname} securities *2 | {surname} and sons | {surname} research | {foreign} bank
            {surname} {foreign} ltd | {surname} partners

        # Places

        townname + ald bick chad clay crom dray elm fern glen hemp kirk lud maple nutt old pine priest rook
            rusk sand scar stan strat thack tull wad welling wim cedar birch clear stone red white black green
            silver eagle buck deer elk fox hawk otter salt spring summer winter , ville burgh port haven field
            view ridge mont water fall
        town: {townname} *4 | fort {surname} | port {surname} | lake {surname} | mount {surname} | san {latin}

        city ~ london | new york | tokyo | paris | zurich | chicago | frankfurt | washington | geneva
            brussels | hong kong | singapore | milan | amsterdam | sydney | toronto | rotterdam | bonn | rome
            madrid | vienna | stockholm | oslo | copenhagen | lisbon | athens | cairo | bombay | new delhi
            jakarta | kuala lumpur | bangkok | manila | seoul | taipei | lima | bogota | caracas | santiago
            buenos aires | sao paulo | rio de janeiro | mexico city | houston | dallas | boston | philadelphia
            san francisco | los angeles | minneapolis | kansas city | new orleans | montreal | vancouver
            calgary | winnipeg | melbourne | perth | auckland | johannesburg | nairobi | lagos | abidjan
            accra | harare | lusaka | tunis | algiers | rabat | riyadh | kuwait | dubai | bahrain | baghdad
            tehran | ankara | istanbul | belgrade | budapest | prague | warsaw | moscow | peking | shanghai
            helsinki | dublin | edinburgh | glasgow | hamburg | duesseldorf | munich | antwerp | luxembourg
            basle | turin | genoa | barcelona | karachi | dhaka | colombo | brisbane
        country ~ the u s | japan | west germany | britain | france | brazil | canada | italy
            the soviet union | china | australia | mexico | south korea | taiwan | india | indonesia
            saudi arabia | spain | the netherlands | sweden | switzerland | belgium | argentina | venezuela
            nigeria | egypt | turkey | malaysia | thailand | the philippines | colombia | chile | peru
            ecuador | south africa | zambia | zaire | kenya | ghana | ivory coast | cameroon | morocco
            algeria | tunisia | iran | iraq | kuwait | poland | hungary | yugoslavia | romania | bulgaria
            east germany | austria | norway | denmark | finland | ireland | portugal | greece | israel
            jordan | syria | pakistan | bangladesh | sri lanka | burma | vietnam | new zealand | uruguay
            paraguay | bolivia | cuba | jamaica | guatemala | honduras | costa rica | panama | el salvador
            nicaragua | the dominican republic | haiti | trinidad | ethiopia | uganda | tanzania | zimbabwe
            mozambique | angola | gabon | senegal | sudan | madagascar | libya | iceland | malta | cyprus
        state ~ texas | california | illinois | iowa | ohio | louisiana | florida | pennsylvania | kansas
            nebraska | minnesota | indiana | michigan | missouri | oklahoma | georgia | alabama | tennessee
            kentucky | virginia | colorado | arizona | nevada | oregon | washington state | montana | wyoming
            utah | new mexico | arkansas | mississippi | north carolina | south carolina | new jersey
            connecticut | massachusetts | maryland | wisconsin | maine | vermont | idaho | alaska | hawaii
            delaware | north dakota
        region ~ the midwest | western europe | the far east | the middle east | latin america | the gulf
            the northeast | southern africa | the caribbean | scandinavia | south east asia | eastern europe
            the pacific northwest | central america | north africa | the mediterranean | the baltic

        # Turns of phrase

        said: said *16 | told reporters that | added that *2 | noted that
        think: expects *3 | believes *2 | predicts | thinks | estimates | doubts
        # Of people, and of markets.
        mood: cautious *2 | nervous | hesitant | confident | optimistic | gloomy | bearish | bullish
            undecided | sceptical | hopeful | reluctant | divided | worried
        tone: quiet *2 | calm | subdued *2 | hectic | thin *2 | sluggish | brisk | choppy | featureless
            orderly | dull | lively | erratic | patchy | light
        view: in line with expectations | better than expected | worse than forecast | no surprise
            hard to interpret | encouraging | disappointing | only temporary | overdue | unlikely to last
            welcome | a turning point | too early to judge | well within the usual range
        via: because of *2 | due to *2 | on | as a result of | in response to | reflecting *2 | following
            amid
        because: {via} {cause}
        shift: {up} {via} {boost} | {down} {via} {brake}
        # Why work stops.
        stop: {via} {stoppage}
        stoppage: {weather} | a strike *2 | a fire | falling prices *2 | repairs | political unrest
            high costs | a power failure | a dispute over pay | a lack of orders | an accident | flooding
            new safety rules
        cause: {weather} | {policy} | {boost} | {brake}
        weather: bad weather *2 | heavy rain | frost | a prolonged drought | unusually warm weather | storms
            floods
        policy: the weaker dollar | lower interest rates | new trade rules | government intervention
            tax changes | a strike | political unrest | tighter regulations | budget cuts | subsidies
            quota talks | a customs dispute | currency swings | labour unrest | the debt problem
        # What makes prices and sales rise, and what makes them fall.
        boost: strong demand *2 | speculative buying | technical buying | short covering | tight supplies *2
            fund buying | improved sentiment | lower stocks | worries about {weather} | hopes of new orders
            bargain hunting | rumours of large purchases | a shortage of sellers
        brake: weak demand *2 | profit taking *2 | heavy selling | a lack of buyers | ample supplies *2
            cheap imports | rising stocks | stop loss selling | hopes of better weather | poor export business
            rumours of cancelled orders | the end of the strike
        """

    /// Sentences that fit any story and so tell nothing of its topic.
    static let colour = """
        colour:
            he gave no further details
            no other details were given [by the {post}]
            officials were not immediately available for comment
            a spokesman declined to comment on the report
            {person} of {house} said the news was {view}
            the figures will be published {soon}
            market sentiment was {tone2} ahead of the announcement {expert}s said
            the {post} {said} the matter would be discussed in {city} {soon}
            one {expert} called the {change} {view}
            {house} in a report issued {when} said it expects conditions to remain {tone}
            {person} a {expert} at {house} said the outlook was (unclear|improving|poor|good)
            many {expert}s remain {mood} (despite|because of) {cause}
            the announcement came after the close of trading in {city}
            it was the (first|second|third|largest|smallest) {change} since {month} {year}
            the trend is {view} according to {person} of {house}
            talks will resume in {city} on {month} {1..28}
            sources close to the talks described the atmosphere as
                (friendly|tense|icy|businesslike|frank|constructive|relaxed)
            the {post} is due to report to parliament {soon}
            but {person} {said} such fears were exaggerated
            asked about the effect on {country} he {said} it would be
                (small|limited|considerable|hard to measure)
            most of the {change} came in {month} the {post} said
            the statement did not say when a decision would be taken
            earlier reports from {city} had put the figure at {sum}
            {expert}s {said} the effect would be felt {soon}
            {person} {said} the situation in {region}
                (needed watching|had hardly changed|was worse than it looked|was under control)
            turnover was {tone} with most houses waiting for news from {city}
            a further meeting has been set for {month} {1..28} in {city}
            a committee headed by {person} will look into the question {soon}
            the {news} news was no more than the market had wanted said {person} of {house}
            the report was compiled from a survey of {20~400} firms in {country} and {country}
            the government of {country} has yet to give its view
            nobody expects a quick (settlement|solution|recovery|answer) said {person}
            copies of the report were sent to members of the board {when}
            a similar {change} took place in {month} {year}
            {who} {said} there was no truth in (rumours|reports|market talk) of a
                (delay|shortage|change|dispute)
            the {news} decision surprised {expert}s in {city} [who had looked for a {change}]
            lawyers for both sides met in {city} {when} but reached no agreement
            {person} {said} the next {2..6} months would be (decisive|difficult|crucial|calmer)
            it is the (first|latest|clearest|second) sign of (strain|recovery|trouble|progress) in {region}
                {expert}s said
            the issue is expected to dominate the next meeting of delegates in {city}
            {house} had forecast a {change} of {pct}
            business in {city} and {city} was interrupted by a public holiday
            the {post} {said} he saw no reason for (alarm|haste|a change of course|pessimism|rejoicing)
            a spokeswoman {said} the report had been
                (misread|misunderstood|taken out of context|overtaken by events)
            both sides have agreed not to disclose the terms
            the question is whether the {change} can be sustained said {person} of {house}
            {expert}s pointed to {cause} and {cause}
            the previous estimate had been too (high|low) because of
                (an error|late returns|missing data|double counting)
            correspondents in {city} reported {tone} conditions {lately}
            his remarks to a (seminar|conference|luncheon|symposium|congress) in {city} were reported {when}
            {person} cautioned that one month does not make a trend
            an independent inquiry by {person} will cost about {sum}
            in {city} the news was received with (relief|scepticism|surprise|indifference|applause|dismay)
            the opposition in {country} called the plan (reckless|timid|unfair|sensible|unworkable)
            members will vote on the proposal {soon}
            that would be {double} the level of {month} {year}
            the {kind} version of the plan leaves out {region}
            {person} flew to {city} {when} for talks with the {post}
            the deadline was extended to {month} {1..28} at the request of both parties
            computers were blamed for the delay in the figures
            {person} who took over as {post} in {month} is known as a {temper} negotiator
        kind: early *2 | official *2 | latest *3 | preliminary | revised | final | secret | shortened | draft
        news: latest *4 | unexpected | long awaited | sudden | encouraging | unwelcome | eagerly awaited
        tone2: cautious | mixed | good | poor | uncertain | buoyant | depressed | fragile
        double: double | half | three times | well above | well below | close to
        temper: tough | patient | skilful | blunt | cautious | stubborn
        """
}
