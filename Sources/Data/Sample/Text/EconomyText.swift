extension TopicFamily {
    /// The state of a country's economy, by the figures that statisticians publish.
    static let economy = TopicFamily(
        shared: """
            bureau: the commerce department *3 | the statistics office *3 | the finance ministry *2
                the labor department | the economic planning agency | the central statistics bureau
                the federal statistics office | the trade ministry *2 | the national institute of statistics
                the economy ministry
            adjusted: a seasonally adjusted *3 | an unadjusted *2 | a provisional | a revised *2 | a record
            growth: growth *3 | expansion | recovery | activity | output
            sum: {bln} dlrs *3 | {100..900} mln dlrs *2
            pct: {0..4} {tenth} pct *5 | {1..9} pct *2 | {5..14} {tenth} pct
            up: rose *6 | increased *4 | climbed *2 | went up | jumped | grew
            down: fell *6 | declined *4 | dropped *3 | decreased | went down | slipped
            boost: strong demand *2 | seasonal factors | lower oil prices | a mild winter | higher wages
                public spending | the earlier holiday | new investment | consumer confidence | better harvests
            brake: weak demand *2 | seasonal factors | rising costs | poor export orders | cautious buyers
                high stocks | falling investment | strikes | a hard winter | higher taxes | cheap imports
            context:
                {bureau} {said} the figures were (provisional|seasonally adjusted|revised|not adjusted)
                {expert}s had forecast a {change} of {pct} for {@month}
                the {@month} {change} compares with one of {pct} in {month} {year}
                economic {growth} in {@country} is expected to (slow|quicken|continue) in {year}
                {person} of {bureau} {said} the {change} was {view}
                consumer spending {move} {pct} and investment {move} {pct}
                {expert}s at {house} {said} the data pointed to {slow} {growth}
                inflation in {@country} was running at {pct} in {month}
                the government of {@country} forecasts {growth} of {1..6} {tenth} pct for {year}
                the budget deficit will {reach} {sum} this year {bureau} said
                exports {move} {pct} while imports {move} {pct}
                manufacturing {move} but farming and construction {move} [in the same period]
                the {@month} figure was revised to {pct} from {pct}
                the oecd {said} {@country}'s economy would (slow|grow|recover|stagnate) [{because}]
                in {@country} unemployment prices and wages {up} in {month}
                the white house {said} it was (pleased with|concerned at|not surprised by) the figures
            slow: slow | steady | stronger | weaker | uneven | modest
            reach: reach | exceed | fall short of | stay below
            """,
        topics: [
            TopicText(
                "trade", strays: 15, to: "bop bop money-fx gnp ship grain dlr",
                """
                barrier: tariffs *3 | import quotas *2 | trade barriers *2 | sanctions *2 | import duties
                    export subsidies | retaliatory tariffs
                wares: semiconductors *3 | cars *2 | steel | textiles *2 | beef | oranges | computers
                    machine tools | aircraft | television sets | wine | telephone equipment | farm products
                    footwear | timber
                surplus: surplus *2 | deficit *3
                lead:
                    {@country}'s trade {surplus} {move} to {sum} in {@month} *3
                    {@country} threatens {barrier} on {wares} from {country} *2
                    trade minister {person} {said} {@country} must open its market to {wares} *2
                    {@country} and {country} sign a trade agreement covering {wares}
                    house panel approves trade bill with {barrier} against {@country}
                    {@country} will (lift|cut|ease|impose) {barrier} on {wares} {soon} *2
                    ec ministers meet in {city} to discuss {barrier} on {wares}
                    {@country} calls for talks under gatt on {wares}
                    japan and the u s fail to settle their dispute over {wares}
                    senate (committee|panel|vote) backs {barrier} in new trade law
                    {@country} asks {country} to limit its exports of {wares}
                    trade war would hurt all trade minister {person} warns in {city}
                detail:
                    the u s has accused {country} of dumping {wares} below cost
                    {barrier} worth {sum} would apply from {month} {1..28}
                    {@country} is ready to buy more foreign {wares} {said} trade minister {person}
                    the administration opposes {barrier} but wants fair trade
                    the uruguay round of gatt talks should cover {wares} and services
                    exports of {wares} to {country} {move} to {sum}
                    protectionist feeling is growing in congress over {wares}
                    a bilateral {surplus} of {sum} with {country} was recorded in {year}
                    negotiators will meet in {city} over {wares} {soon}
                    retaliation by the ec would follow if {barrier} were put on {wares}
                    {@country} {said} its market for {wares} was already open
                    imports totalled {bln} dlrs and exports {bln} dlrs
                    a waiver for {wares} would be open to all gatt members
                """),
            TopicText(
                "gnp", strays: 28, to: "ipi trade cpi lei retail bop",
                """
                product: gross national product *2 | gnp *4 | gross domestic product *2 | gdp *2
                lead:
                    {@country}'s {product} {move} {pct} in the {quarter} *3
                    u s {product} grew at {adjusted} {pct} annual rate in the {quarter} *2
                    {@country} sees {product} {growth} of {1..6} {tenth} pct in {year} *2
                    {bureau} (raises|lowers|confirms) estimate of {quarter} {product}
                    {@country}'s economy grew {pct} last year its (slowest|fastest) since {year}
                    {person} {think} {@country}'s {product} to grow {pct} in {year}
                    institutes in {city} cut their forecast of {@country}'s {growth} {via} {brake}
                detail:
                    in real terms {product} {move} {pct} from the {quarter}
                    {product} at constant prices stood at {bln} dlrs
                    the {product} deflator {move} {pct} in the {quarter}
                    domestic demand added {1..5} {tenth} points to {product} {growth} and net exports took
                        {1..3} away
                    business inventories {move} at an annual rate of {bln} dlrs
                    government spending and fixed investment {move} {pct} and {pct}
                    corporate profits after tax {move} {pct}
                    per capita {product} of {@country} is {300..9000} dlrs
                    final sales {move} {pct} {bureau} said
                """),
            TopicText(
                "bop", strays: 38, to: "trade trade gnp reserves",
                """
                account: current account *4 | balance of payments *3 | capital account | services account
                lead:
                    {@country}'s {account} {surplus} {move} to {sum} in {@month} *3
                    {@country} {account} swings into {surplus} of {sum} {because}
                    {@country} had an unadjusted {account} {surplus} of {sum} in the {quarter} *2
                    {bureau} puts {year} {account} {surplus} at {sum}
                surplus: surplus *2 | deficit *3
                detail:
                    the {account} had shown a {surplus} of {sum} in {month} {year}
                    invisible trade had a {surplus} of {sum}
                    long term capital outflow {move} to {sum}
                    tourism and workers' remittances brought {sum} into the {account}
                    the basic balance was in {surplus} by {sum}
                    net transfers abroad {move} to {sum} in the {quarter}
                """),
            TopicText(
                "cpi", strays: 30, to: "wpi wpi gnp interest retail",
                """
                index: consumer price index *3 | cost of living index | retail price index *2
                    consumer prices *3
                lead:
                    {@country}'s {index} {move} {0..4} {tenth} pct in {@month} *4
                    inflation in {@country} {move} to {pct} in {month} on higher {basket} prices
                    {index} in {@country} {move} {pct} {bureau} said *2
                    {@country}'s year on year inflation at {pct} in {month}
                    {bureau} (expects|sees) inflation of {pct} in {@country} this year
                basket: food *2 | clothing | rent | fuel | transport | fruit | vegetable | school fee
                    electricity
                detail:
                    {basket} and {basket} prices {move} {0..6} {tenth} pct
                    the {index} stood at {100..240} {tenth} base {1975..1985} [in {month}]
                    year on year the {index} {move} {pct}
                    excluding {basket} and {basket} the {index} {move} {0..3} {tenth} pct
                    housewives paid more for {basket} and less for {basket}
                    wage claims will follow the {index} said {person}
                """),
            TopicText(
                "wpi", strays: 42, to: "cpi cpi cpi ipi",
                """
                index: wholesale prices *3 | producer price index *2 | wholesale price index *3
                    factory gate prices
                lead:
                    {@country}'s {index} {move} {0..4} {tenth} pct in {@month} *3
                    {index} in {@country} {move} {pct} from a year ago {bureau} said
                    {@country}'s producer prices {shift}
                detail:
                    the {index} stood at {90..240} {tenth} base {1975..1985}
                    prices of raw materials and intermediate goods {move} {pct}
                    import prices {move} {pct} and export prices {move} {pct}
                    finished goods {move} {0..3} {tenth} pct before adjustment
                    year on year the {index} {move} {pct}
                """),
            TopicText(
                "ipi", strays: 36, to: "gnp lei jobs iron-steel",
                """
                output: industrial production *4 | industrial output *3 | factory output
                    manufacturing output
                lead:
                    {@country}'s {output} {move} {pct} in {@month} *3
                    u s {output} {shift} in {@month}
                    {output} in {@country} {move} {pct} from {month} {bureau} said *2
                    {@country} capacity use at {70..88} {tenth} pct as {output} {move}
                detail:
                    the {output} index base {1975..1985} stood at {90..140} {tenth}
                    (mining|textile|chemical|vehicle|machinery|utility) {output} {move} {pct}
                    production of durable goods and business equipment {move} {pct}
                    factories ran at {70..88} {tenth} pct of capacity
                    auto assemblies were at an annual rate of {5..9} {tenth} mln units
                    car plants and steel works cut shifts in {month}
                """),
            TopicText(
                "jobs", strays: 26, to: "gnp ipi lei cpi",
                """
                jobless: unemployment *3 | jobless total *2 | number of unemployed | registered unemployment
                lead:
                    {@country}'s unemployment rate {move} to {4..14} {tenth} pct in {@month} *3
                    {jobless} in {@country} {move} to {1~4} {000..999} {000..999} {bureau} said *2
                    u s non farm payrolls {move} {20..400} 000 in {month}
                    jobless claims {move} in week to {month} {1..28}
                    vacancies in {@country} {move} as {jobless} {move}
                detail:
                    unemployment was {4..14} {tenth} pct of the workforce against {4..14} {tenth} pct in
                        {month}
                    school leavers accounted for {10~90} 000 of those out of work
                    short time working {move} to {10~400} 000
                    employment in (services|factories|building|farming|mining) {move} by {5~90} 000
                    unfilled vacancies {move} to {10~240} 000
                    the average working week {move} to {34..41} {tenth} hours
                    job creation schemes kept the {jobless} from rising said {person}
                """),
            TopicText(
                "retail", strays: 38, to: "gnp cpi housing lei",
                """
                sales: retail sales *4 | department store sales | shop sales | consumer sales
                lead:
                    {@country}'s {sales} {move} {pct} in {@month} *3
                    u s {sales} {shift} in {@month}
                    {sales} volume in {@country} {move} {pct} {bureau} said
                detail:
                    sales of (clothing|furniture|food|hardware|cars|shoes|household goods) {move} {pct}
                    {sales} excluding autos {move} {0..2} {tenth} pct
                    shopkeepers blamed (weather|taxes|high prices|strikes|the late easter) for the {change}
                    consumer credit and hire purchase {move} to {sum}
                    the volume index of {sales} was {90..140} {tenth}
                """),
            TopicText(
                "housing", strays: 36, to: "retail lei gnp interest",
                """
                starts: housing starts *4 | new home sales *2 | building permits *2 | construction starts
                lead:
                    u s {starts} {move} {pct} in {@month} *3
                    {@country}'s {starts} {move} to {100~900} 000 units
                    {starts} at {adjusted} rate of 1 {000..999} mln units
                    sales of previously owned homes {move} {pct} in {month}
                detail:
                    single family {starts} {move} {pct} and multi family {pct}
                    permits for future building {move} to 1 {000..999} mln
                    (the northeast|the midwest|the south|the west) had a {change} of {pct}
                    builders {said} lower mortgage rates had helped
                    the median price of a new home was {80..140} {000..999} dlrs
                    {starts} had been at 1 {000..999} mln units in {month}
                """),
            TopicText(
                "lei", strays: 40, to: "gnp ipi housing jobs",
                """
                leading: leading indicators *4 | index of leading indicators *3 | composite index
                    leading economic index
                lead:
                    u s {leading} {move} {0..3} {tenth} pct in {@month} *3
                    {@country}'s {leading} {move} to {60..180} {tenth} in {month}
                    {leading} point to {slow} {growth} in {@country}
                detail:
                    of the {8..12} components of the {leading} {3..7} {move}
                    stock prices money supply and new orders helped the {leading}
                    the {leading} {move} {0..2} {tenth} pct in {month} after revision
                    building permits and vendor performance held the {leading} back
                    the coincident and lagging indexes {move} {0..2} {tenth} pct
                """),
        ])
}
