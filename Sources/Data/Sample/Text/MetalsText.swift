extension TopicFamily {
    /// The metals that are dug and smelted.
    static let metals = TopicFamily(
        shared: """
            sum: {1~90} {tenth} mln dlrs *3 | {100~400} mln dlrs
            tonnes: {1~900} 000 tonnes *3 | {1~90} {000..999} tonnes *2
            ounces: {10~900} 000 ounces *2 | {1~4} {tenth} mln ounces
            minename: {surname} | {surname} (creek|hill|lake|reef|ridge|valley|bay) *2 | {foreign}
            miner: {surname} mines *2 | {surname} (resources|minerals|mining) *3 | {foreign} metals
                {surname} smelting
            mine: mine *4 | smelter *2 | pit | deposit | refinery | mill
            ore: ore *2 | concentrate | scrap | metal *2
            context:
                {@miner} {said} the {mine} employs {90~4000} people
                the union at the {@minename} {mine} near {town} {said} members would
                    (strike|return to work|vote) {soon}
                {expert}s at {house} see {@item} prices {higher} {soon}
                warehouse stocks on the london metal exchange {move} to {tonnes}
                {@item} in {city} {shift}
                the {mine} in {land} was shut in {month} {stop}
                demand from (carmakers|builders|jewellers|electronics firms|japan|shipyards) {move} {pct}
                world {@item} output will {reach} {tonnes} in {year} said {person}
                {@miner} will spend {sum} on the {@minename} {mine}
                drilling at {@minename} found {ore} at {90~2000} feet
                merchants in {city} bought {ore} for {month}
                production costs {move} {pct} with cheaper power
                {country} and {country} ship {ore} through the port of {@port}
                talks between {@miner} and its workers broke down over (pay|safety|hours|pensions)
                dealers on the metal exchange described trade as {tone}
            port: antwerp | callao | vancouver | fremantle | antofagasta | beira | dar es salaam | yokohama
                santos
            land: {country} *2 | {state} | western australia | british columbia | northern ontario | quebec
                queensland
            reach: reach | exceed | fall below
            """,
        topics: [
            TopicText(
                "gold", strays: 24, to: "silver silver copper reserves strategic-metal",
                """
                item: gold *7 | bullion *2
                lead:
                    {@miner} finds {item} at {@minename} in {land} *2
                    {item} prices {shift} in {city} dealings *2
                    {item} fixed at {380..470} {00..99} dlrs an ounce in london
                    {@miner} pours first {item} at {@minename} {mine} *2
                    {country} to mint {item} coins {soon}
                    black miners strike at south african {item} {mine}s
                    {@miner} expects {ounces} of {item} from {@minename} *2
                    {@miner} reserves at {@minename} put at {ounces} of {item}
                    {item} futures in new york {shift}
                detail:
                    assays gave {0..2} {00..99} ounce of {item} per ton
                    {@minename} holds {tonnes} grading {0..3} {000..999} ounces of {item}
                    {item} output at the {mine} {move} to {ounces}
                    heap leaching of {item} will begin {soon}
                    {item} bullion bars and coins sold at {380..470} dlrs an ounce
                    {@miner} has an option to earn {20..60} pct of the {item} property
                    the {item} vein at {@minename} is {2~40} feet wide
                    {item} loans and forward sales paid for the {mill2}
                mill2: mill | shaft | plant | expansion
                """),
            TopicText(
                "silver", strays: 40, to: "gold gold gold copper",
                """
                item: silver *6
                lead:
                    {item} prices {shift} in {city}
                    {@miner} reopens {item} {mine} in {land} *2
                    {country} {item} output {move} to {ounces}
                    {item} futures {move} {1~60} cents in new york
                detail:
                    {item} was fixed at {500..900} {tenth} cents an ounce
                    ore grades {4~30} ounces of {item} a ton
                    photographic firms used less {item}
                    {ounces} of {item} came from mexico and peru
                """),
            TopicText(
                "copper", strays: 26, to: "zinc lead alum gold",
                """
                item: copper *7
                lead:
                    {item} futures {move} in {city} after {@miner} said it shut its {@minename} {mine}
                    {@miner} (cuts|raises|lowers) {item} price by {2..4} cents to {62..80} {00..99} cents a lb
                        *3
                    {item} prices {shift} in {city} *2
                    (chile|zambia|zaire|peru|canada|the philippines|papua new guinea) {item} output {move} to
                        {tonnes} in {month}
                    {@miner} settles strike at {item} {mine} in {land}
                    cipec ministers to meet in {city} on {item}
                detail:
                    {item} cathode was {62..80} {00..99} cents a lb
                    {item} wire rod and tube makers bought {tonnes}
                    zambia zaire and chile sold {tonnes} of {item}
                    the {item} smelter will treat {tonnes} a year
                    {item} for three months stood at {880..960} stg a tonne
                """),
            TopicText(
                "alum", strays: 28, to: "copper zinc iron-steel",
                """
                item: aluminium *5 | aluminum *3 | alumina | bauxite
                lead:
                    {@miner} (restarts|idles|expands|closes) {item} smelter in {land} *2
                    {item} output in (canada|norway|australia|venezuela|brazil|bahrain|the u s|surinam) {move}
                        to {tonnes} *2
                    {item} prices in {city} {shift}
                    {country} raises {item} exports to {country}
                detail:
                    potlines with {tonnes} of {item} capacity are idle
                    {item} ingot traded at {54..72} cents a lb
                    can makers took {tonnes} of {item} sheet
                    power for the {item} potlines costs {sum} a year
                    bauxite from guinea and jamaica feeds the {item} plant
                """),
            TopicText(
                "tin", strays: 32, to: "rubber copper zinc",
                """
                item: tin *7
                lead:
                    {item} producers agree export quotas in {city} *2
                    (malaysia|bolivia|indonesia|thailand|brazil|china|australia) {item} output {move} to
                        {tonnes} *2
                    {item} prices in kuala lumpur {shift}
                    creditors of the {item} council sue in london
                detail:
                    the tin council's buffer stock collapsed in {year}
                    {item} on the kuala lumpur market was {15..18} {00..99} ringgit a kilo
                    dredges and gravel pumps in malaysia closed
                    the association of {item} producing countries met
                    bolivia laid off {900~9000} {item} miners
                """),
            TopicText(
                "zinc", strays: 40, to: "lead lead copper alum",
                """
                item: zinc *7
                lead:
                    {@miner} (cuts|raises) {item} price to {38..50} cents a lb *2
                    {item} smelter in {land} to close {stop}
                    {country} {item} output {move} to {tonnes}
                    {item} prices {shift}
                detail:
                    high grade and prime western {item} cost {38..50} cents
                    galvanizers took {tonnes} of {item}
                    {item} concentrates went to smelters in japan
                    european {item} smelters may share the cost of closures
                """),
            TopicText(
                "lead", strays: 46, to: "zinc zinc copper",
                """
                item: lead *6 | refined lead
                lead:
                    {@miner} (cuts|raises) {item} price to {24..38} cents a lb *2
                    {item} smelter in {land} halts output {stop}
                    {country} {item} and zinc output {move}
                detail:
                    battery makers took {tonnes} of {item}
                    {item} was quoted at {24..38} {00..99} cents a lb
                    leaded fuel rules cut use of {item}
                    secondary {item} from old batteries reached {tonnes}
                """),
            TopicText(
                "iron-steel", strays: 30, to: "ipi trade alum ship",
                """
                tonnes: {1~9} {tenth} mln tonnes *3 | {10~900} 000 tonnes
                item: steel *6 | iron ore *2 | crude steel | pig iron
                lead:
                    {item} output in {country} {move} to {tonnes} in {month} *2
                    {surname} steel (shuts|sells|modernizes) {item} works in {land} *2
                    {item} workers vote on new contract in {city}
                    ec {item} quotas to stay until {month}
                    {item} prices {shift}
                    {country} and {country} agree {item} price for {year}
                detail:
                    blast furnaces and rolling mills ran at {50..95} pct of capacity
                    {item} shipments of {tonnes} went to {country}
                    the steelworkers union {said} {900~9000} jobs were at risk
                    {item} prices for sheet and plate {move} {pct}
                    eurofer asked the ec to keep {item} quotas
                    hot rolled coil sold at {200..420} dlrs a ton
                """),
            TopicText(
                "strategic-metal", strays: 40, to: "gold gold copper alum",
                """
                item: platinum *3 | uranium *4 | cobalt *2 | titanium | tungsten | chromium | beryllium
                    vanadium
                lead:
                    {item} prices in {city} {shift}
                    {@miner} finds {item} at {@minename} in {land} *2
                    {country} {item} exports {move} to {tonnes}
                    u s stockpile to sell {item}
                detail:
                    {item} was quoted at {4~40} {00..99} dlrs a lb in drums
                    the general services administration holds {tonnes} of {item}
                    aerospace firms use {item} alloys
                    embargo on {item} from south africa and namibia
                """),
        ])
}
