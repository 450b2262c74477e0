// Every state of the shipped data by every word that it lists for it: names, adjectives, demonyms,
// capitals, seats, each within a sentence, at its start and with a possessive ending.
#include <gtest/gtest.h>

#include <algorithm>

#include "world/data_lines.h"
#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::TestSentence;

class StatesDataTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    data_ = new std::string(std::string(ENTENTE_SOURCE_DIR) + "/data");
    world_ = new World({*data_}, "english", "");
  }
  static void TearDownTestSuite() {
    delete world_;
    delete data_;
  }

  struct Listed {
    std::string name, code;
    Date day;
    DataSource source;
  };

  static std::vector<Listed> listed() {
    std::vector<Listed> out;
    DataFiles files;
    files.read_file(*data_ + "/actors/states.txt", [&](const DataLine& line) {
      if (line.directive) return;
      const auto field = [&](std::size_t at) {
        return at < line.fields.size() ? line.fields[at] : std::string_view();
      };
      Date day = parse_date(field(6)).value_or(Date{});
      if (!day.known()) day = parse_date(field(5)).value_or(Date{2018, 6, 1});
      for (const std::size_t names : {0U, 2U, 3U, 4U}) {
        for (const std::string_view name : split_list(field(names), ';')) {
          out.push_back({std::string(name), std::string(field(1)), day, line.source});
        }
      }
    });
    return out;
  }

  // The mention that covers all words of the name, by its place in the sentence.
  static std::vector<std::string> codes(const std::string& text, std::size_t begin,
                                        std::size_t size, Date day) {
    const TestSentence sentence(text);
    for (const ActorMention& mention : world_->actors(sentence.get(), {day, ""})) {
      const Span first = sentence.get().words[mention.first].span;
      const Span last = sentence.get().words[mention.last - 1].span;
      if (first.begin <= begin && last.end >= begin + size) return mention.codes;
    }
    return {};
  }

  static std::string* data_;
  static World* world_;
};

std::string* StatesDataTest::data_ = nullptr;
World* StatesDataTest::world_ = nullptr;

TEST_F(StatesDataTest, EveryWordForEveryState) {
  const std::vector<Listed> all = listed();
  ASSERT_GT(all.size(), 2000U);
  for (const Listed& one : all) {
    const bool shared = std::any_of(all.begin(), all.end(), [&](const Listed& other) {
      return other.name == one.name && other.code != one.code;
    });
    if (shared) continue;  // the document decides between the two Congos
    const std::string place = one.name + " (line " + std::to_string(one.source.line) + ")";
    const auto is_told = [&](const std::string& before, const std::string& behind) {
      const std::vector<std::string> found =
          codes(before + one.name + behind, before.size(), one.name.size(), one.day);
      return std::find(found.begin(), found.end(), one.code) != found.end();
    };
    EXPECT_TRUE(is_told("they told ", " about it")) << place;
    EXPECT_TRUE(is_told("", " said no")) << place;
    EXPECT_TRUE(is_told("near ", " _'s borders")) << place;
  }
}

// Written down without looking at the data: name, adjective, demonym, capital.
constexpr char kStates[] = R"(
AFG Afghanistan|Afghan|Afghans|Kabul
ALB Albania|Albanian|Albanians|Tirana
DZA Algeria|Algerian|Algerians|Algiers
AND Andorra|Andorran|Andorrans|Andorra la Vella
AGO Angola|Angolan|Angolans|Luanda
ATG Antigua and Barbuda|Antiguan|Antiguans|
ARG Argentina|Argentine|Argentines|Buenos Aires
ARG Argentina|Argentinian|Argentinians|Buenos Aires
ARM Armenia|Armenian|Armenians|Yerevan
AUS Australia|Australian|Australians|Canberra
AUT Austria|Austrian|Austrians|Vienna
AZE Azerbaijan|Azerbaijani|Azerbaijanis|Baku
BHS Bahamas|Bahamian|Bahamians|Nassau
BHR Bahrain|Bahraini|Bahrainis|Manama
BGD Bangladesh|Bangladeshi|Bangladeshis|Dhaka
BRB Barbados|Barbadian|Barbadians|Bridgetown
BLR Belarus|Belarusian|Belarusians|Minsk
BEL Belgium|Belgian|Belgians|Brussels
BLZ Belize|Belizean|Belizeans|Belmopan
BEN Benin|Beninese|Beninese|Porto-Novo
BTN Bhutan|Bhutanese|Bhutanese|Thimphu
BOL Bolivia|Bolivian|Bolivians|La Paz
BIH Bosnia and Herzegovina|Bosnian|Bosnians|Sarajevo
BWA Botswana|Botswanan|Botswanans|Gaborone
BRA Brazil|Brazilian|Brazilians|Brasilia
BRN Brunei|Bruneian|Bruneians|Bandar Seri Begawan
BGR Bulgaria|Bulgarian|Bulgarians|Sofia
BFA Burkina Faso|Burkinabe|Burkinabes|Ouagadougou
BDI Burundi|Burundian|Burundians|Bujumbura
CPV Cape Verde|Cape Verdean|Cape Verdeans|Praia
KHM Cambodia|Cambodian|Cambodians|Phnom Penh
CMR Cameroon|Cameroonian|Cameroonians|Yaounde
CAN Canada|Canadian|Canadians|Ottawa
CAF Central African Republic|Central African|Central Africans|Bangui
TCD Chad|Chadian|Chadians|N'Djamena
CHL Chile|Chilean|Chileans|Santiago
CHN China|Chinese|Chinese|Beijing
COL Colombia|Colombian|Colombians|Bogota
COM Comoros|Comorian|Comorians|Moroni
COD Democratic Republic of the Congo|Congolese|Congolese|Kinshasa
COG Republic of the Congo|Congolese|Congolese|Brazzaville
CRI Costa Rica|Costa Rican|Costa Ricans|
CIV Ivory Coast|Ivorian|Ivorians|Abidjan
HRV Croatia|Croatian|Croatians|Zagreb
HRV Croatia|Croat|Croats|Zagreb
CUB Cuba|Cuban|Cubans|Havana
CYP Cyprus|Cypriot|Cypriots|Nicosia
CZE Czech Republic|Czech|Czechs|Prague
CZE Czechia|Czech|Czechs|Prague
DNK Denmark|Danish|Danes|Copenhagen
DJI Djibouti|Djiboutian|Djiboutians|Djibouti City
DMA Dominica|||Roseau
DOM Dominican Republic|Dominican|Dominicans|Santo Domingo
ECU Ecuador|Ecuadorian|Ecuadorians|Quito
ECU Ecuador|Ecuadorean|Ecuadoreans|Quito
EGY Egypt|Egyptian|Egyptians|Cairo
SLV El Salvador|Salvadoran|Salvadorans|San Salvador
GNQ Equatorial Guinea|Equatorial Guinean|Equatorial Guineans|Malabo
ERI Eritrea|Eritrean|Eritreans|Asmara
EST Estonia|Estonian|Estonians|Tallinn
SWZ Eswatini|Swazi|Swazis|Mbabane
ETH Ethiopia|Ethiopian|Ethiopians|Addis Ababa
FJI Fiji|Fijian|Fijians|Suva
FIN Finland|Finnish|Finns|Helsinki
FRA France|French|Frenchmen|Paris
GAB Gabon|Gabonese|Gabonese|Libreville
GMB Gambia|Gambian|Gambians|Banjul
GEO Georgia|Georgian|Georgians|Tbilisi
DEU Germany|German|Germans|Berlin
GHA Ghana|Ghanaian|Ghanaians|Accra
GRC Greece|Greek|Greeks|Athens
GRD Grenada|Grenadian|Grenadians|St. George's
GTM Guatemala|Guatemalan|Guatemalans|Guatemala City
GIN Guinea|Guinean|Guineans|Conakry
GNB Guinea-Bissau|Bissau-Guinean|Bissau-Guineans|Bissau
GUY Guyana|Guyanese|Guyanese|Georgetown
HTI Haiti|Haitian|Haitians|Port-au-Prince
HND Honduras|Honduran|Hondurans|Tegucigalpa
HUN Hungary|Hungarian|Hungarians|Budapest
ISL Iceland|Icelandic|Icelanders|Reykjavik
IND India|Indian|Indians|New Delhi
IND India|Indian|Indians|Delhi
IDN Indonesia|Indonesian|Indonesians|Jakarta
IRN Iran|Iranian|Iranians|Tehran
IRN Iran|Iranian|Iranians|Teheran
IRQ Iraq|Iraqi|Iraqis|Baghdad
IRL Ireland|Irish|Irishmen|Dublin
ISR Israel|Israeli|Israelis|Jerusalem
ITA Italy|Italian|Italians|Rome
JAM Jamaica|Jamaican|Jamaicans|Kingston
JPN Japan|Japanese|Japanese|Tokyo
JOR Jordan|Jordanian|Jordanians|Amman
KAZ Kazakhstan|Kazakh|Kazakhs|Astana
KAZ Kazakhstan|Kazakhstani|Kazakhstanis|Nur-Sultan
KEN Kenya|Kenyan|Kenyans|Nairobi
KIR Kiribati|||Tarawa
PRK North Korea|North Korean|North Koreans|Pyongyang
KOR South Korea|South Korean|South Koreans|Seoul
XKX Kosovo|Kosovar|Kosovars|Pristina
KWT Kuwait|Kuwaiti|Kuwaitis|Kuwait City
KGZ Kyrgyzstan|Kyrgyz|Kyrgyz|Bishkek
LAO Laos|Laotian|Laotians|Vientiane
LVA Latvia|Latvian|Latvians|Riga
LBN Lebanon|Lebanese|Lebanese|Beirut
LSO Lesotho|Basotho|Basotho|Maseru
LBR Liberia|Liberian|Liberians|Monrovia
LBY Libya|Libyan|Libyans|Tripoli
LIE Liechtenstein||Liechtensteiners|Vaduz
LTU Lithuania|Lithuanian|Lithuanians|Vilnius
LUX Luxembourg||Luxembourgers|Luxembourg City
MDG Madagascar|Malagasy|Malagasy|Antananarivo
MWI Malawi|Malawian|Malawians|Lilongwe
MYS Malaysia|Malaysian|Malaysians|Kuala Lumpur
MDV Maldives|Maldivian|Maldivians|Male
MLI Mali|Malian|Malians|Bamako
MLT Malta|Maltese|Maltese|Valletta
MHL Marshall Islands|Marshallese|Marshallese|Majuro
MRT Mauritania|Mauritanian|Mauritanians|Nouakchott
MUS Mauritius|Mauritian|Mauritians|Port Louis
MEX Mexico|Mexican|Mexicans|Mexico City
FSM Micronesia|Micronesian|Micronesians|Palikir
MDA Moldova|Moldovan|Moldovans|Chisinau
MCO Monaco|Monegasque|Monegasques|Monte Carlo
MNG Mongolia|Mongolian|Mongolians|Ulaanbaatar
MNG Mongolia|Mongolian|Mongolians|Ulan Bator
MNE Montenegro|Montenegrin|Montenegrins|Podgorica
MAR Morocco|Moroccan|Moroccans|Rabat
MOZ Mozambique|Mozambican|Mozambicans|Maputo
MMR Myanmar|Burmese|Burmese|Naypyidaw
MMR Burma|Burmese|Burmese|Naypyitaw
NAM Namibia|Namibian|Namibians|Windhoek
NRU Nauru|Nauruan|Nauruans|Yaren
NPL Nepal|Nepalese|Nepalese|Kathmandu
NPL Nepal|Nepali|Nepalis|Katmandu
NLD Netherlands|Dutch|Dutchmen|The Hague
NZL New Zealand||New Zealanders|Wellington
NIC Nicaragua|Nicaraguan|Nicaraguans|Managua
NER Niger|Nigerien|Nigeriens|Niamey
NGA Nigeria|Nigerian|Nigerians|Abuja
MKD Macedonia|Macedonian|Macedonians|Skopje
MKD North Macedonia|Macedonian|Macedonians|Skopje
NOR Norway|Norwegian|Norwegians|Oslo
OMN Oman|Omani|Omanis|Muscat
PAK Pakistan|Pakistani|Pakistanis|Islamabad
PLW Palau|Palauan|Palauans|Ngerulmud
PSE Palestine|Palestinian|Palestinians|Ramallah
PAN Panama|Panamanian|Panamanians|Panama City
PNG Papua New Guinea|Papua New Guinean|Papua New Guineans|Port Moresby
PRY Paraguay|Paraguayan|Paraguayans|Asuncion
PER Peru|Peruvian|Peruvians|Lima
PHL Philippines|Philippine|Filipinos|Manila
PHL Philippines|Filipino|Filipinos|Manila
POL Poland|Polish|Poles|Warsaw
PRT Portugal|Portuguese|Portuguese|Lisbon
QAT Qatar|Qatari|Qataris|Doha
ROU Romania|Romanian|Romanians|Bucharest
RUS Russia|Russian|Russians|Moscow
RWA Rwanda|Rwandan|Rwandans|Kigali
KNA St. Kitts and Nevis|||Basseterre
LCA St. Lucia|St. Lucian|St. Lucians|Castries
VCT St. Vincent and the Grenadines|||Kingstown
WSM Samoa|Samoan|Samoans|Apia
SMR San Marino|||
STP Sao Tome and Principe|||Sao Tome
SAU Saudi Arabia|Saudi Arabian|Saudis|Riyadh
SAU Saudi Arabia|Saudi|Saudi Arabians|Riyadh
SEN Senegal|Senegalese|Senegalese|Dakar
SRB Serbia|Serbian|Serbians|Belgrade
SRB Serbia|Serb|Serbs|Belgrade
SYC Seychelles|||
SLE Sierra Leone|Sierra Leonean|Sierra Leoneans|Freetown
SGP Singapore|Singaporean|Singaporeans|
SVK Slovakia|Slovak|Slovaks|Bratislava
SVK Slovakia|Slovakian|Slovakians|Bratislava
SVN Slovenia|Slovenian|Slovenians|Ljubljana
SVN Slovenia|Slovene|Slovenes|Ljubljana
SLB Solomon Islands||Solomon Islanders|Honiara
SOM Somalia|Somali|Somalis|Mogadishu
ZAF South Africa|South African|South Africans|Pretoria
SSD South Sudan|South Sudanese|South Sudanese|Juba
ESP Spain|Spanish|Spaniards|Madrid
LKA Sri Lanka|Sri Lankan|Sri Lankans|Colombo
SDN Sudan|Sudanese|Sudanese|Khartoum
SUR Suriname|Surinamese|Surinamese|Paramaribo
SWE Sweden|Swedish|Swedes|Stockholm
CHE Switzerland|Swiss|Swiss|Bern
SYR Syria|Syrian|Syrians|Damascus
TWN Taiwan|Taiwanese|Taiwanese|Taipei
TJK Tajikistan|Tajik|Tajiks|Dushanbe
TZA Tanzania|Tanzanian|Tanzanians|Dar es Salaam
THA Thailand|Thai|Thais|Bangkok
TLS East Timor|East Timorese|East Timorese|Dili
TLS Timor-Leste|Timorese|Timorese|Dili
TGO Togo|Togolese|Togolese|Lome
TON Tonga|Tongan|Tongans|Nuku'alofa
TTO Trinidad and Tobago|Trinidadian|Trinidadians|Port of Spain
TUN Tunisia|Tunisian|Tunisians|Tunis
TUR Turkey|Turkish|Turks|Ankara
TUR Turkiye|Turkish|Turks|Ankara
TKM Turkmenistan|Turkmen|Turkmens|Ashgabat
TUV Tuvalu|Tuvaluan|Tuvaluans|Funafuti
UGA Uganda|Ugandan|Ugandans|Kampala
UKR Ukraine|Ukrainian|Ukrainians|Kyiv
UKR Ukraine|Ukrainian|Ukrainians|Kiev
ARE United Arab Emirates|Emirati|Emiratis|Abu Dhabi
GBR United Kingdom|British|Britons|London
GBR Britain|British|Brits|London
USA United States|American|Americans|Washington
URY Uruguay|Uruguayan|Uruguayans|Montevideo
UZB Uzbekistan|Uzbek|Uzbeks|Tashkent
VUT Vanuatu|||Port Vila
VAT Vatican|||Vatican City
VEN Venezuela|Venezuelan|Venezuelans|Caracas
VNM Vietnam|Vietnamese|Vietnamese|Hanoi
YEM Yemen|Yemeni|Yemenis|Sanaa
ZMB Zambia|Zambian|Zambians|Lusaka
ZWE Zimbabwe|Zimbabwean|Zimbabweans|Harare
HKG Hong Kong||Hong Kongers|
MAC Macau|Macanese||
PRI Puerto Rico|Puerto Rican|Puerto Ricans|
GRL Greenland|Greenlandic|Greenlanders|Nuuk
FRO Faroe Islands|Faroese|Faroese|Torshavn
SUN Soviet Union|Soviet|Soviets|
YUG Yugoslavia|Yugoslav|Yugoslavs|
CSK Czechoslovakia|Czechoslovak|Czechoslovaks|
)";

TEST_F(StatesDataTest, WordsWrittenDownApart) {
  DataFiles files;
  files.read_text(kStates, "states", [&](const DataLine& line) {
    const std::string code(line.fields[0].substr(0, 3));
    for (std::string_view word : line.fields) {
      if (word == line.fields[0]) word.remove_prefix(4);
      if (word.empty()) continue;
      const std::string text = "they told " + std::string(word) + " about it";
      std::vector<std::string> found;
      for (const int year : {1985, 2018}) {
        for (std::string& one :
             codes(text, 10, word.size(), Date{static_cast<std::int16_t>(year), 6, 1})) {
          found.push_back(std::move(one));
        }
      }
      EXPECT_NE(std::find(found.begin(), found.end(), code), found.end()) << word << " " << code;
    }
  });
}

}  // namespace
}  // namespace entente
