extension TopicFamily {
    /// The crops that warm countries grow and ship: coffee and cocoa, sugar and oranges, cotton and rubber.
    static let softs = TopicFamily(
        shared: """
            bags: {100~900} 000 bags *2 | {1~30} {tenth} mln bags *2 | {1~60} 000 tonnes *2
            tonnes: {1~900} 000 tonnes *3 | {1~90} {000..999} tonnes | {1~9} {tenth} mln tonnes
            lots: {1~60} 000 tonnes *2 | {1~40} 500 tonnes
            grower: growers *3 | planters | farmers *2 | producers *3 | exporters *2 | smallholders
            delegate: delegates *3 | producers | consumers | officials
            terms: fob | cif | c and f
            ship: {month} *2 | nearby | spot | {month} {month}
            context:
                {grower} in {origin} {said} {weather} had (hurt|delayed|spared|helped) {@item}
                {@item} for {ship} shipment was {higher} in {city} terminal trade
                {delegate} to the {@item} talks in {city} {said} progress was (slow|good|unlikely)
                {@item} futures {move} {1~40} {tenth} points in {market2} trading
                buyers in {country} were {mood} and took only {lots}
                origins offered little and roasters grinders and refiners kept away
                importers and consumers differ over how quotas should be shared
                {person} of {house} {think} a crop of {tonnes} in {origin}
                {grower} want a higher minimum price from their government
                dockers at the port of {city} delayed loading {stop}
                the marketing board of {origin} fixed the price for {grower} at {200~900} per kilo
                world consumption of {@item} will {reach} {tonnes} this season
                a disease of the trees spread in {origin}
                {@item} stocks in licensed warehouses {move} to {tonnes}
                export earnings of {origin} depend on {@item}
            market2: new york | london *2 | paris | {tone}
            reach: reach | exceed | fall below
            """,
        topics: [
            TopicText(
                "coffee", strays: 22, to: "cocoa cocoa sugar trade",
                """
                origin: brazil *4 | colombia *3 | ivory coast | uganda | guatemala | kenya | ethiopia
                    indonesia | costa rica | el salvador | mexico
                item: coffee *6 | robusta coffee | arabica coffee
                lead:
                    {origin} opens {month} {item} registrations at {90..150} {00..99} cents a lb *2
                    {item} prices in {city} {shift} *2
                    coffee producers to meet in {city} over export quotas *2
                    {origin}'s {item} exports {move} to {bags} in {month} *2
                    ico {delegate} fail to agree on {item} quotas
                    {origin} {item} crop seen at {bags} {via} {weather}
                    roasters in {country} cut {item} prices {via} {brake}
                    {item} {grower} in {origin} hold back sales
                detail:
                    the international coffee organization {said} stocks were {bags}
                    the {item} institute {said} frost had spared the trees in parana
                    the ico indicator price was {90..150} {00..99} cents a lb
                    brazil and colombia would reject smaller {item} quotas
                    green {item} in store in {city} {move} to {bags}
                    {item} beans were bought by roasters at {90..150} cents
                    quotas were suspended when {item} prices rose in {month} {year}
                """),
            TopicText(
                "cocoa", strays: 28, to: "coffee coffee sugar",
                """
                origin: ivory coast *3 | ghana *3 | brazil *2 | nigeria | cameroon | malaysia | ecuador
                item: cocoa *6 | cocoa beans | main crop cocoa
                lead:
                    icco buffer stock manager buys {lots} of {item} *2
                    {item} prices in {city} {shift} *2
                    {origin} {item} arrivals at {tonnes} since {month} *2
                    {item} grindings in {country} {move} {pct} in the {quarter}
                    {delegate} in {city} agree on {item} buffer stock rules
                    {origin} sold {lots} of {item} to {country}
                detail:
                    the {item} buffer stock holds {tonnes}
                    the icco daily price was 1 {500..990} sdrs a tonne
                    temporao {item} in bahia suffered from dry weather
                    {item} butter and liquor sales were {tone}
                    chocolate makers covered {item} needs up to {month}
                    {item} purchases by the board of ghana {move} to {tonnes}
                """),
            TopicText(
                "sugar", strays: 18, to: "coffee trade ship cocoa",
                """
                origin: cuba *2 | brazil *2 | thailand | australia | the dominican republic | india
                    the philippines | mauritius | france | poland
                item: sugar *6 | raw sugar *2 | white sugar *2 | beet sugar
                lead:
                    {country} tenders for {lots} of {item} *2
                    {item} prices in {city} {shift} *2
                    ec awards export licences for {lots} of {item} *3
                    {origin}'s {item} output {move} to {tonnes} *2
                    {country} {item} beet sowings {move} {pct}
                    u s {item} import quota cut to {tonnes}
                    traders see {item} deficit of {tonnes} {via} {weather}
                detail:
                    the rebate was {40..48} {000..999} ecus per 100 kilos of {item}
                    cane mills in {origin} crushed {tonnes}
                    {item} was sold at {140..210} dlrs a tonne {terms}
                    {item} users may switch to corn sweeteners
                    beet {grower} in france and west germany sowed early
                    {house} of {city} estimated world {item} stocks at {tonnes}
                    traders threatened to put {item} into intervention
                """),
            TopicText(
                "orange", strays: 36, to: "coffee trade sugar cotton",
                """
                origin: brazil *3 | florida *3 | israel | spain | morocco
                item: orange juice *4 | frozen orange juice | oranges *2 | citrus
                lead:
                    florida {item} crop (put|seen) at {120..160} mln boxes *2
                    {item} futures {shift}
                    commission (finds|rejects) dumping of {item} from brazil
                    {origin} {item} exports {move} to {tonnes}
                detail:
                    frozen concentrate yielded 1 {00..99} gallons per box
                    {item} processors paid {3..7} {00..99} dlrs a box
                    groves in florida escaped frost
                    duties on brazilian {item} would end
                """),
            TopicText(
                "cotton", strays: 36, to: "grain rubber trade",
                """
                origin: pakistan *2 | egypt *2 | sudan | china *2 | texas | the soviet union | turkey | peru
                item: cotton *6 | raw cotton | cotton lint
                lead:
                    {origin} {item} crop seen at {1~9} {tenth} mln bales *2
                    {item} prices in {city} {shift}
                    {country} buys {10~300} 000 bales of {item}
                    usda sets {item} loan repayment rate at {40..60} {00..99} cents a lb
                detail:
                    {item} yarn spinners took {10~300} 000 bales
                    bollworm damaged {item} in {origin}
                    {item} plantings in texas and the delta {move} {pct}
                    the upland {item} loan was {44..60} {00..99} cents a lb
                    ginning of {item} reached {1~9} {tenth} mln bales
                """),
            TopicText(
                "rubber", strays: 32, to: "tin cocoa veg-oil cotton",
                """
                origin: malaysia *3 | indonesia *2 | thailand *2 | sri lanka | liberia
                item: rubber *5 | natural rubber *3
                lead:
                    {item} pact talks resume in {city} *2
                    {item} prices in {city} {shift}
                    {origin} {item} output {move} to {tonnes}
                    inro buffer stock buys {lots} of {item}
                    new {item} agreement adopted by {delegate} in geneva
                detail:
                    tyre makers bought {item} at {180..230} cents a kilo
                    the inro buffer stock holds {tonnes} of {item}
                    {item} tappers in malaysia lost days to rain
                    the may issue and reference price of {item} {move}
                    rss one {item} was quoted at {180..230} malaysian cents
                """),
        ])
}
