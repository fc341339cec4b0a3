// The words a generated passphrase is drawn from: short, common, written together for this app from no other list.
import { randomInt } from "node:crypto";

/** 2298 words, each once: eleven bits and a little more for every word drawn. */
export const words: readonly string[] = `
able about above acid acorn acre actor acute adapt add adobe adopt adult after again agent agree ahead aim
air alarm album alert algae alike alive alley allow alloy almond almost alone along alpine also altar
alter always amber amend ample anchor angle animal ankle annual answer anthem antler anvil apart apple
apron arcade arch arctic area arena argue arise arm armor army aroma around arrive arrow art ash aside ask
aspen asset atlas atom attic august aunt author autumn avenue avoid awake award aware away axis axle baby
back bacon badge bag bake baker ball ballad balm bamboo banana band banjo bank banner bar bare bark barley
barn barrel base basic basil basin basket bath baton battery bay bazaar beach bead beam bean bear beard
beat beauty beaver become bed bee beech beef beet before begin behind beige bell below belt bench bend
beret berry best better between beyond bike bind birch bird birth biscuit bison bit black blade blank
blanket blaze blend bless blink block bloom blossom blot blouse blow blue bluff blunt board boat body boil
bold bolt bond bone bonnet bonus book boost boot border born borrow bottle bottom boulder bounce bow bowl
box brace braid brain brake branch brand brass brave bread break breeze brick bridge brief bright brim
bring brisk broad bronze brook broom brother brown brush bubble bucket buckle bud budget buffalo build
bulb bulk bundle bunk buoy burn burrow bus bush busy butter button buy buzz cabin cable cactus cafe cage
cake calf call calm camel camera camp canal candle candy cane canoe canopy canvas canyon cap cape captain
car caramel carbon card care cargo carpet carrot carry cart carve case cash cask cast castle casual cat
catch cater cattle cause cave cedar ceiling celery cell cello cement center cereal chain chair chalk
chamber chance change channel chapel chapter charm chart chase cheap check cheek cheer cheese cherry chess
chest chief child chime chimney chin chip choice choir choose chorus church cider cinema circle circus
city civic claim clam clap clarify class clay clean clear clerk clever cliff climate climb clinic clip
cloak clock close cloth cloud clover club cluster coach coal coast coat cobalt cocoa coconut code coffee
coil coin cold collar collect color column comb come comet comfort comic common compass concert cone cook
cool copper copy coral cord core cork corn corner cost cottage cotton couch count county couple course
court cousin cover cow crab cradle craft crane crate crayon cream create credit creek crest crew cricket
crisp crop cross crowd crown cruise crumb crust cube cuckoo cup curb cure curious curl current curtain
curve cushion custom cut cycle cypress daily dairy daisy damp dance dare dark dart data date dawn day deal
dear debate decade decent deck declare deep deer define degree delay deliver delta demand denim dense
dental depart depend depot depth deputy derive desert design desk detail develop device dew dial diamond
diary dice diesel differ dig digit dinner diploma direct dish distant ditch dive divide dock doctor dog
doll dollar dolphin domain dome donate donkey door dot double dough dove down dozen draft dragon drain
drama draw drawer dream dress drift drill drink drive drop drum dry duck due duet dune during dusk dust
duty dwell each eager eagle ear early earn earth easel east easy eat echo edge edit educate effort egg
eight either elbow elder elect elegant element elk elm else ember embrace emerald empire employ empty
enamel end energy engine enjoy enough enter entire entry envelope envoy equal erase escape essay estate
evening event ever every evolve exact example excel except excite exhibit exist exit expand expect expert
explain explore export express extend extra eye fable fabric face fact factor factory fade fair faith
falcon fall fame family famous fan fancy far farm farmer fashion fast father faucet favor feast feather
feature fee feed feel fellow felt fence fern ferry festive fever few fiber fiction fiddle field fig figure
file fill film filter final finch find fine finger finish fire firm first fish fit five fix flag flake
flame flank flap flash flat flavor flax fleet flint flip float flock flood floor flour flow flower fluid
flute fly foam focus fog foil fold folder folk follow fond food foot force forest forge fork form formal
fort forty forum forward fossil found fountain four fox frame free freeze freight fresh friend fringe frog
front frost fruit fuel full fun fund funnel fur furnace future gain galaxy gallery gallon game gap garage
garden garlic garment gate gather gauge gaze gear gem general gentle genuine ghost giant gift ginger
giraffe girl give glacier glad glance glass glaze gleam glen glide globe gloss glove glow glue goal goat
goblet gold golf gong good goose gospel gown grab grace grade grain grand granite grant grape graph grass
gravel gravity gravy gray great green greet grid grill grip grocer groom ground group grove grow growth
guard guess guest guide guild guitar gulf gull gum gust guy gym habit hair half hall halo hammer hammock
hand handle handy hang harbor hard hare harmony harp harvest hat hatch have haven hawk hay hazel head
health hear heart heat heath heavy hedge heel height helmet help hemp herald herb herd here hero heron
hike hill hinge hint hip hobby hockey hold hole holiday hollow holly home honest honey hood hoof hook hoop
hope horizon horn horse hotel hour house hover how hub huge human humble humor hundred hunt hurdle hurry
husband hut hybrid hymn ice icon idea ideal idle igloo image imagine immune impact import improve impulse
inch include income indeed index indigo indoor infant inform initial ink inlet inn inner input inquire
insect inside inspire install insure intend invest invite iris iron island issue item ivory ivy jacket
jade jaguar jam january jar jasmine jaw jazz jelly jersey jet jewel job join joint joke jolly journal
journey joy judge jug juice july jumbo jump junction june jungle junior juniper jury just kayak keen keep
kelp kennel kernel kettle key kick kid kiln kilt kind king kiosk kit kitchen kitten kiwi knee knife knit
knob knock knot know koala label labor lace ladder lady lagoon lake lamb lamp lance land lane lantern lap
large lark laser last latch late later latin laugh laundry laurel lava lavender law lawn layer lead leaf
league lean learn lease least leather leave lecture ledge leek left leg legal legend lemon lend length
lens lentil leopard less lesson let letter lettuce level lever liberty library lichen lid life lift light
like lilac lily limb lime limit line linen link lion lip liquid list listen liter little live lizard llama
load loaf loan lobby lobster local locate lock lodge loft log logic long look loom loop lord lot lotus
loud lounge love low loyal luck lucky luggage lumber lunar lunch lung lure lute luxury lyric machine made
magic magnet mail main major make mammal mango manor mantle manual many map maple marble march margin
marina mark market marsh mask mason mass mast master mat match math matter maximum may maybe mayor maze
meadow meal mean measure meat medal media medium meet mellow melody melon melt member memo memory mend
mention menu merchant merit merry mesh message metal meteor meter method middle might mild mile milk mill
million mimic mind mineral minimum mint minute mirror mist mitten mix mobile model modern modest moist
moment monitor monkey month mood moon moose moral more morning mosaic moss most moth mother motion motor
mound mount mouse mouth move movie much mud muffin mug mule muscle museum music must mustard mutual myth
nail name napkin narrow nation native nature navy near neat neck nectar need needle neon nephew nerve nest
net neutral never new news next nice nickel niece night nimble nine noble nobody noise noon normal north
nose note notebook notice noun novel now nozzle number nurse nut nylon oak oar oasis oat object oblige
observe obtain occur ocean octave october odd offer office often oil old olive omega once one onion online
only onyx opal open opera opinion option orange orbit orchard orchid order ordinary organ orient origin
ornate osprey ostrich other otter ounce outer outfit outline outside oval oven over owl own owner oxygen
oyster pace pack paddle page paint pair palace pale palm pan panda panel pantry paper parade parcel parent
park parrot part partner party pass past pasta paste pastel pastry pasture patch path patient patrol
pattern pause pave paw pay pea peace peach peak peanut pear pearl pebble pecan pedal peel pelican pen
pencil penguin people pepper perfect perform perfume period permit person petal phone phrase piano pick
picnic picture pie piece pier pigeon pile pillar pillow pilot pin pine pink pint pioneer pipe pitch pixel
pizza place plaid plain plan planet plank plant plaster plate play plaza please pledge plenty plot plow
plug plum plume plus pocket poem poet point polar pole polish polite pollen pond pony pool poplar poppy
popular porch port portal portion post poster pot potato pottery pouch pound powder power praise prefer
premium prepare present press pretty prince print prism private prize problem process produce profile
profit program project promise proof proper protect proud prove provide prune public pudding puddle pull
pulp pulse pump pumpkin pupil puppet pure purple purpose purse push puzzle pyramid quail quaint quality
quarry quart quartz queen quest question quick quiet quill quilt quince quite quiver quota quote rabbit
race rack radar radio radish raft rail railway rain raise raisin rally ranch random range rapid rare rate
rather ratio raven raw ray reach react read ready real reason rebel recall receipt recent recipe record
red reed reef reflect reform refuge region regular reindeer relate relax relay relief rely remain remark
remedy remind remote remove render renew rent repair repeat reply report request rescue reserve resin
resort rest result retail retire return reveal review reward rhyme rhythm ribbon rice rich ride ridge
right ring rinse ripe ripple rise risk rival river road roast robin robot robust rock rocket rod role roll
roof room root rope rose rotate rough round route row royal rub ruby rudder rug rule run runway rural rush
rust rustic rye sable saddle safe saffron sage sail sailor saint salad salary sale salmon salon salt
salute same sample sand sandal sandy sapling sardine satin sauce sauna save scale scan scarf scatter scene
scenic scent school science scoop scope score scout scrap screen screw script scroll sea seal search
season seat second secret section sector secure seed seem select self sell senate send senior sense
sentence series serve service sesame set settle seven several shade shadow shaft shale shape share shark
sharp shawl shed sheep sheet shelf shell shelter shepherd sherbet shield shift shine ship shirt shoe shop
shore short shoulder shovel show shower shrimp shrub shut shuttle side sierra sift sight sign signal
silence silk silver similar simple since sing single sink siren sister site six size skate sketch ski
skill skin skirt sky slate sled sleep sleeve slice slide slight slim slope slow small smart smell smile
smoke smooth snack snail snow soap soccer social sock soda sofa soft soil solar soldier solid solo solve
some song sonnet soon sort soul sound soup source south soy space spade spare spark sparrow speak special
speech speed spell spend sphere spice spider spike spin spinach spiral spirit splash split sponge spoon
sport spot spray spread spring sprout spruce square squash squirrel stable stack stadium staff stage stair
stamp stand staple star start state station statue stay steady steak steam steel stem step stereo stew
stick still stir stitch stock stone stool stop store storm story stove strap straw stream street strict
string stripe strong student studio study stuff sturdy style submit subtle suburb subway sudden suede
sugar suggest suit summer summit sun sunny sunset super supper supply sure surf surface surplus surprise
survey swallow swamp swan sweater sweep sweet swift swim swing switch symbol symptom syrup system table
tablet tackle tailor take tale talent talk tall tandem tangle tank tape target tart task taste taxi tea
teach teak team teapot tell temper temple ten tennis tent term terrace test text thank theater theme
theory thick thimble thing think third thirty thistle thorn thread three thrift thrive throat throne
through thumb thunder thyme ticket tide tidy tiger tight tile till timber time tin tiny tip tire tissue
title toast today toe together token tomato tone tongue tonic tool tooth top topaz topic torch tortoise
total touch tour toward towel tower town toy track trade trail train transit travel tray treat tree
trellis trend trial tribe trick trim trio trip trolley trophy tropic trout truck true trumpet trunk trust
truth try tube tulip tuna tundra tune tunnel turban turf turkey turn turnip turtle tutor twelve twenty
twice twig twin twist two type typical ultra umbrella uncle under unfold uniform union unique unit unity
until update uphold upland upon upper upright upset urban urge use useful usher usual utensil utmost
vacant vacuum vague valid valley value valve vanilla vapor variety varnish vary vase vast vault veil
velvet vendor venture verb verify verse version vessel vest veteran vibrant victory video view village
vine vinegar vintage vinyl viola violet violin virtue vision visit visual vital vivid vocal voice volcano
volume vote voyage wafer wage wagon waist wait wake walk wall wallet walnut walrus waltz wander want ward
warm wash watch water wave wax way wealth wear weasel weather weave web wedge week weigh welcome well west
whale wharf wheat wheel when where while whisk whistle white whole wicker wide width wild will willow win
wind window wing winter wire wisdom wise wish witness wolf wonder wood wool word work world worth wrap
wreath wren wrist write yacht yard yarn year yeast yellow yes yew yield yoga yogurt yolk young youth zeal
zebra zenith zero zigzag zinc zipper zone zoom
`
  .trim()
  .split(/\s+/);

/** Seven words are 78 bits: beyond guessing even without the slow derivation behind them. */
const drawn = 7;

export function newPassphrase(): string {
  return Array.from({ length: drawn }, () => words[randomInt(words.length)] ?? "").join(" ");
}
