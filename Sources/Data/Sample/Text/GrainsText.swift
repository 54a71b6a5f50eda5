extension TopicFamily {
    /// The yield of fields and stalls: grain and bread, seeds and their oil, cattle and meat.
    static let grains = TopicFamily(
        shared: """
            crop: wheat *3 | corn *3 | barley *2 | sorghum | rice *2 | oats | rye | soybeans *2
            tonnes: {10~900} 000 tonnes *4 | {1~40} {tenth} mln tonnes *3 | {1~90} {000..999} tonnes
            lots: {10~400} 000 tonnes *4 | {1~90} 500 tonnes | {2..12} cargoes
            agency: the u s agriculture department *3 | usda *4 | the ec commission *2
                the agriculture ministry *2 | the canadian wheat board | the grain board
                the commodity credit corporation | the soviet news agency
            exporter: exporters *2 | private traders | {surname} grain | {foreign} trading | european shippers
                u s houses
            buyer: {country} *4 | the soviet union *2 | china | egypt | {region}
            port: the gulf | rouen | rotterdam | new orleans | duluth | the lakes | vancouver | hamburg
                ghent
            farmer: farmers *4 | growers *2 | producers *2 | farm leaders
            crops: crop *4 | harvest *3 | planting *2 | acreage
            context:
                {farmer} in {place} {said} {weather} had (delayed|damaged|helped|spared) the {crops}
                {agency} {said} {year} {crop} stocks {move} to {tonnes}
                {farmer} are holding back {via} {brake}
                export licences for {lots} of {crop} were granted {when}
                the farm bill debated in congress would change support for {farmer}
                rain fell over much of {place} {lately} and {crops} work was (slow|normal|ahead of last year)
                {agency} announced bonus sales of {crop} to {buyer} under the export enhancement program
                {buyer} has bought {lots} of {crop} for {month} shipment {exporter} said
                futures in chicago {shift}
                {crop} futures {move} {1~14} {fraction} cents in chicago
                {agency} will publish its {crops} report on {month} {1..28}
                freight from {port} to {buyer} was quoted at {8~40} {00..99} dlrs a tonne
                farm incomes in {place} {move} {pct} in {year}
                traders in {city} reported {tone} trade in {crop}
                barges on the mississippi were {higher} for {crop} bound for {port}
                the ec commission rejected bids for the export of {lots} of {crop}
                {agency} estimates the {crop} {crops} in {country} at {tonnes}
            place: {state} *3 | {country} *3 | the corn belt | the plains | the prairies | the ukraine
            """,
        topics: [
            TopicText(
                "grain", strays: 16, to: "wheat oilseed ship livestock trade",
                """
                cereal: corn *4 | wheat *3 | barley *2 | grain *4 | sorghum | rice *2 | maize *2 | feed grains
                lead:
                    {buyer} (buys|seeks|tenders for) {lots} of {cereal} for {month} shipment *3
                    {agency} said {exporter} sold {lots} of {cereal} to {buyer} *3
                    {country}'s {cereal} {crops} (seen|put|estimated) at {tonnes} {via} {weather}
                    usda sets {year} {cereal} loan rate at {2..4} {00..99} dlrs a bushel *2
                    ec grants export licences for {lots} of {cereal} *2
                    {farmer} in {place} enrol in {year} acreage program
                    soviet {cereal} harvest {down} {via} {weather} {agency} said
                    {cereal} prices at {port} {shift}
                    {agency} may (widen|end|change) the conservation reserve for {cereal} land
                    {cereal} stocks at {tonnes} on {month} {1..28} {agency} said
                    {exporter} report sale of {cereal} and {cereal} to {buyer}
                detail:
                    {tonnes} of {cereal} were for the {year} season and {tonnes} for the next
                    the marketing year for {cereal} begins on {month} 1
                    {cereal} deficiency payments cost {sum} {agency} said
                    elevators in {town} {state} bid {1..3} {00..99} dlrs a bushel for {cereal}
                    generic certificates have moved {cereal} out of government stocks
                    {buyer} is committed to {lots} of u s {cereal} under the long term agreement
                    intervention stores of the ec hold {tonnes} of {cereal}
                    {cereal} sowings in {place} {move} to {1~30} mln hectares
                    export restitutions for {cereal} were set at {90~180} {00..99} ecus a tonne
                    {cereal} silos and railcars are full in {place}
                    carryover of {cereal} would {move2} {tonnes}
                    winter kill reached {pct} of {cereal} fields
                move2: rise to | fall to | stay at
                """),
            TopicText(
                "wheat", strays: 40, to: "grain grain grain grain oilseed",
                """
                kind: hard red winter wheat | soft wheat *2 | durum wheat | white wheat | spring wheat
                    wheat *4 | milling wheat | western white wheat
                lead:
                    {buyer} tenders for {lots} of {kind} *2
                    {kind} harvest in {place} {down} to {tonnes} {via} {weather}
                    {agency} offers {kind} to {buyer} at subsidised prices
                    {kind} futures in kansas city {shift}
                    {kind} flour millers in {country} cut output {stop}
                detail:
                    {kind} of {11..14} pct protein sold at {100..160} dlrs a tonne fob {port}
                    flour mills and bakers in {buyer} prefer {kind}
                    {kind} leaf rust was found in {place}
                    {kind} growers voted {45..80} pct for quotas
                    sales of {kind} to {buyer} reached {lots}
                """),
            TopicText(
                "oilseed", strays: 32, to: "veg-oil meal-feed grain grain",
                """
                seed: soybeans *5 | rapeseed *3 | sunflowerseed *2 | oilseeds *3 | cottonseed | linseed
                    copra
                lead:
                    {buyer} buys {lots} of {seed} from {country} *2
                    crush of {seed} in {country} {move} to {tonnes} in {month} *2
                    {agency} puts the {seed} harvest of {country} at {tonnes}
                    prices of {seed} in {city} {shift}
                    brazilian {farmer} hold out for better prices of {seed}
                    processors of {seed} in {place} ran at {60..95} pct of capacity
                detail:
                    crushers paid {4..6} {00..99} dlrs a bushel for {seed}
                    stocks of {seed} at mills {move} to {tonnes}
                    yields of {seed} in {place} were {1..3} {tenth} tonnes a hectare
                    support prices for {seed} in the ec would be cut by {pct}
                    the crush margin of {seed} {shift}
                    {buyer} took {lots} of {seed} for its crushing mills
                """),
            TopicText(
                "veg-oil", strays: 30, to: "oilseed oilseed meal-feed trade",
                """
                oil: palm oil *5 | soybean oil *3 | vegetable oil *3 | rapeseed oil *2 | sunflower oil
                    coconut oil | olive oil | edible oils
                lead:
                    {buyer} buys {lots} of {oil} for {month} shipment *2
                    {oil} output in {country} {move} to {lots} in {month} *2
                    ec proposes tax on {oil} and fats {country} objects *2
                    {oil} prices in {city} {shift}
                    {country} cuts import duty on {oil}
                    {oil} refiners in {country} face {trouble}
                trouble: closure | dear supplies | new rules on fats | a glut
                detail:
                    refined {oil} traded at {280..460} dlrs a tonne cif rotterdam
                    the planned oils and fats tax would raise {sum} a year
                    {oil} stocks in {country} {move} to {lots}
                    margarine makers would pay more for {oil} said {person}
                    the state trading corporation of india took {lots} of {oil}
                    mills extracted {lots} of {oil} from local seed
                """),
            TopicText(
                "meal-feed", strays: 42, to: "oilseed oilseed veg-oil grain livestock",
                """
                meal: soybean meal *3 | meal *2 | fishmeal *2 | corn gluten feed *2 | tapioca
                    soymeal pellets *2
                lead:
                    {buyer} buys {lots} of {meal} *2
                    {meal} exports of {country} {move} to {lots}
                    {meal} prices in {port} {shift}
                    compounders in {country} turn to {meal}
                detail:
                    {meal} of {44..48} pct protein was quoted at {140..220} dlrs a tonne
                    compound feed makers bought {meal} for {month}
                    {meal} demand from pig and poultry feeders {move}
                    {meal} pellets afloat were offered at a discount
                """),
            TopicText(
                "livestock", strays: 30, to: "carcass hog hog grain carcass",
                """
                beast: cattle *5 | livestock *3 | sheep *2 | steers | calves | hogs *2 | dairy cows *2
                lead:
                    {beast} on feed in {place} {move} {pct} {agency} said *3
                    {country} bans {beast} from {country} over foot and mouth disease
                    numbers of {beast} in {country} {move} to {1~90} mln head
                    dairy herd buyout adds {10~90} 000 {beast} to slaughter
                    prices of {beast} in omaha {shift}
                    ranchers with {beast} in {place} seek aid after {weather}
                detail:
                    placements of {beast} {move} {pct} and marketings {move} {pct}
                    feedlots in {place} held {1~12} {000..999} {000..999} {beast}
                    vets found the disease in {few} {beast}
                    pasture for {beast} was (poor|good|dry|green) in {place}
                    slaughter of {beast} this week was {100~700} 000 head
                """),
            TopicText(
                "carcass", strays: 34, to: "livestock livestock hog trade",
                """
                meat: beef *5 | pork *2 | lamb *2 | veal | meat *3 | poultry
                lead:
                    {country} {meat} imports {move} to {lots} *2
                    {buyer} buys {lots} of frozen {meat}
                    {meat} packers in {state} strike over pay *2
                    ec sells {meat} from cold stores to {buyer}
                    {country} bars {meat} treated with hormones
                detail:
                    {meat} cutouts {move} {1..4} {00..99} dlrs per hundredweight
                    cold stores hold {lots} of {meat}
                    the packing plant of {surname} in {town} {state} slaughters {900~9000} head a day
                    inspectors rejected {meat} with hormone residues
                    boneless {meat} was {70..140} cents a lb
                """),
            TopicText(
                "hog", strays: 44, to: "livestock livestock carcass",
                """
                pig: hogs *4 | pigs *2 | barrows and gilts | feeder pigs
                lead:
                    prices of {pig} in omaha {shift} *2
                    {agency} puts inventory of {pig} at {40..60} mln head
                    {pig} on the futures market in chicago {shift}
                detail:
                    barrows and gilts traded at {38..60} {00..75} dlrs per hundredweight
                    sows farrowing {move} {pct} in the ten states
                    pork bellies {move} {1..2} {00..99} cents
                    packers bid for {pig} at terminal markets
                """),
        ])
}
