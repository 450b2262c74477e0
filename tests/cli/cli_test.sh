#!/bin/sh
# Runs the program as a user does and looks at output, messages and exit status.
# cli_test.sh PROGRAM SOURCE_DIR CASE
set -u
entente=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
ENTENTE_DATA=$source
export ENTENTE_DATA

fail() {
  echo "FAILED: $1"
  echo "--- out"; head -c 2000 out 2>/dev/null
  echo "--- err"; head -c 2000 err 2>/dev/null
  exit 1
}
# expect STATUS COMMAND...: runs the program, keeps its output in out and err
expect() {
  wanted=$1
  shift
  "$entente" "$@" > out 2> err
  got=$?
  [ "$got" -eq "$wanted" ] || fail "entente $*: status $got, not $wanted"
}
has() { grep -q -- "$2" "$1" || fail "no '$2' in $1"; }
lines() { [ "$(wc -l < "$1")" -eq "$2" ] || fail "$1 has $(wc -l < "$1") lines, not $2"; }
train() { expect 0 train "$source/tests/cli/tiny.conllu" -o tiny.entente --epochs 2; }

case_help() {
  commands="read parse annotate code copies explain check evaluate train add acts disputes link search relations
      actor report forecast whatif backtest export import"
  expect 0 --version
  has out "^entente [0-9]"
  expect 0 --help
  for command in $commands; do
    has out "  $command "
  done
  for command in $commands; do
    "$entente" "$command" --help > help || fail "$command --help"
    has help "Examples*:"
    has help "entente $command"
  done
}

case_usage() {
  expect 2; lines err 1
  expect 2 nonsense; lines err 1; has err "nonsense"
  expect 2 code; lines err 1; has err "INPUT"
  expect 2 code --format xml x; lines err 1; has err "xml"
  expect 2 read --published yesterday x; lines err 1; has err "yesterday"
  expect 2 read --threads many x; lines err 1
  expect 2 annotate x; has err "layer"
  expect 2 annotate --layer colours x; has err "colours"
  lines out 0
}

case_read() {
  mkdir in
  echo "Severia bombed Kalen." > in/b.txt
  echo '{"id":"feed-1","text":"Lorvia protested.","published":"2031-03-04"}' | gzip > in/a.jsonl.gz
  expect 0 read in
  lines out 2
  lines err 0
  head -n 1 out | grep -q '"id":"feed-1"' || fail "the order of the names is not kept"
  has out '"published":"2031-03-04"'
  "$entente" read - --published 2031-01-02 < in/b.txt > out || fail "standard input"
  has out '"published":"2031-01-02"'
  expect 0 read in --format text
  has out "^document: feed-1"
}

# A feed, a crawl, a mailbox, an archive, a page: each by its content, whatever it is called.
case_containers() {
  corpus=$source/tests/fuzz/corpus
  cp "$corpus/feed/atom.xml" feed
  cp "$corpus/warc/packed.warc.gz" crawl.gz
  cp "$corpus/mail/box.mbox" box
  cp "$corpus/archive/one.zip" news.zip
  cp "$corpus/archive/u.tar.gz" news.tar.gz
  cp "$corpus/html/page.html" page.html
  expect 0 read feed
  lines out 1
  has out '"id":"feed/u:1"'; has out '"url":"http://w.example/1"'; has out '"publisher":"W"'
  expect 0 read crawl.gz
  lines out 2
  has out '"id":"crawl/a"'; has out '"url":"http://d.example/a"'; has out '"text":"One.'
  expect 0 read box
  has out '"id":"box/1@d"'; has out '"title":"Truce"'; has out '"published":"2031-05-14"'
  expect 0 read news.zip news.tar.gz
  has out '"id":"news.zip/a.txt"'; has out '"id":"news.zip/up.txt"'
  has out '"id":"news.zip/in/p.html"'; has out '"id":"news.tar/a.txt"'
  expect 0 read page.html
  has out '"id":"page"'; has out '"title":"Arnor and Gondor meet"'
  has out '"published":"2031-05-14"'; has out '"author":"A. Scribe"'
  "$entente" read - < crawl.gz > out || fail "standard input"
  has out '"id":"stdin/a"'
  expect 0 read page.html --format text
  has out "^document: page$"; has out "^\[title\]$"; has out "^\[body\]$"
  printf 'Kalen\033[2J fell.\n' > escape.txt
  expect 0 read escape.txt --format text
  tr -d '\n' < out | grep -q '[[:cntrl:]]' && fail "a control character was printed"
  printf '{"id":"h","html":"<html><body><p>Severia bombed Kalen.</p></body></html>"}\n' > in.jsonl
  expect 0 read in.jsonl
  has out '"text":"Severia bombed Kalen.'
}

# What is made to do harm costs a message, and the rest is read.
case_bombs() {
  echo "Severia bombed Kalen." > z.txt
  {
    printf '<!DOCTYPE rss [<!ENTITY a0 "haha">'
    i=1
    while [ $i -lt 12 ]; do
      k=$((i - 1))
      printf '<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;">' $i $k $k $k $k $k $k $k $k
      i=$((i + 1))
    done
    printf ']><rss><channel><item><title>&a11;</title></item></channel></rss>'
  } > laughs.xml
  head -c 90000000 /dev/zero | tr '\0' 'x' | gzip > large.txt.gz
  printf '%%PDF-1.4 and more' > report.pdf
  head -c 3000000 /dev/zero | tr '\0' '<' | sed 's/</<div>/g' > deep.html
  expect 1 read laughs.xml large.txt.gz report.pdf z.txt
  lines out 1
  lines err 3
  has err "laughs.xml.*entities"; has err "large.txt.gz.*larger than"; has err "report.pdf.*PDF"
  "$entente" read deep.html z.txt > out 2> err
  [ $? -le 1 ] || fail "deep nesting"
  has out '"id":"z"'
}

# Copies are told in the order of the input, whatever the number of threads.
case_copies() {
  story() {
    i=0
    while [ $i -lt 40 ]; do
      echo "Witness $1 number $i of town $1$i saw the convoy leave road $i$1 at hour $i."
      i=$((i + 1))
    done
  }
  story a > a.txt; story b > b.txt
  { echo "Another headline stands here"; echo; story a; } > c.txt
  story a | head -15 > d.txt
  { story b; story e; } > e.txt
  for threads in 1 3; do
    expect 0 copies --threads $threads a.txt b.txt c.txt d.txt e.txt
    lines out 2
    has out '^{"first":"a","appearances":\[{"doc":"c","kind":"\(exact\|copy\)"'
    has out '{"doc":"d","kind":"cut"'
    has out '^{"first":"b","appearances":\[{"doc":"e","kind":"update"'
    cp out "out.$threads"
  done
  cmp -s out.1 out.3 || fail "the number of threads changes the groups"
  expect 0 copies a.txt b.txt
  lines out 0
  expect 1 copies missing a.txt
  expect 2 code --copies twice a.txt
  expect 2 code --appearances list a.txt; has err "copies once"
}

# A document in another language is named and passed over, unless the user says what it is in.
case_languages() {
  train
  echo "Severia bombed Kalen." > good.txt
  {
    echo "Le conseil s'est réuni mardi pour entendre les pêcheurs de la baie du nord. La plupart"
    echo "d'entre eux veulent que le port reste ouvert pendant tout l'hiver."
  } > french.txt
  for command in parse code "annotate --layer places"; do
    # shellcheck disable=SC2086
    expect 1 $command --model tiny.entente french.txt good.txt
    lines err 1; has err "french: is in French (fr)"
  done
  expect 0 parse --model tiny.entente --language english french.txt
  has out "newdoc id = french"
  expect 0 read french.txt good.txt
  has out '"id":"french".*"language":"fr"'
  has out '"id":"good","segments"'
}

case_bad_inputs() {
  mkdir in
  echo "Severia bombed Kalen." > in/good.txt
  echo "Some text that will not come out of a damaged file." | gzip | head -c 40 > in/cut.txt.gz
  : > in/empty.txt
  printf '{"id":"x","text":"One."}\n{"id":"y","txt":"Two."}\n{"id":"z","text":"Three."}\n' > in/f.jsonl
  expect 1 read in missing.txt
  lines out 3
  for name in cut.txt.gz empty.txt f.jsonl:2 missing.txt; do has err "$name"; done
  lines err 4
  expect 1 read in/good.txt in/f.jsonl --max-document-size 20
  lines out 0
}

case_closed_output() {
  i=0
  while [ $i -lt 2000 ]; do echo "{\"id\":\"d$i\",\"text\":\"Severia bombed Kalen.\"}"; i=$((i + 1)); done > in
  { "$entente" read in 2> err; echo $? > status; } | head -c 1 > out
  [ "$(cat status)" = 0 ] || fail "status $(cat status) when the reader of the output left"
  lines err 0
}

case_full_disk() {
  [ -e /dev/full ] || return 0
  echo "Severia bombed Kalen." > in
  "$entente" read in > /dev/full 2> err
  [ $? -eq 1 ] || fail "a full disk is no failure"
  lines err 1
}

# Documents are kept once, coded again where they or the dictionaries change, and found by words.
case_store() {
  train
  mkdir in data
  echo "Severia bombed Kalen. The talks in Tessin ended." > in/a.txt
  echo "Lorvia visited Tessin." > in/b.txt
  expect 0 add s.store in --model tiny.entente --unresolved
  has err "^entente: 2 documents added, 0 coded again for their text, 0 for "
  expect 0 add s.store in --model tiny.entente --unresolved --threads 3
  has err "^entente: 0 documents added, .*, 2 as they were; 0 items"
  echo "Lorvia left Tessin." > in/b.txt
  expect 0 add s.store in --model tiny.entente --unresolved
  has err " 1 coded again for their text, .* 1 as they were"
  expect 0 add s.store in --model tiny.entente --unresolved --data data
  has err " 0 for dictionaries or version, 2 as they were"
  mkdir -p data/ontology
  echo "# nothing" > data/ontology/foreign.txt
  expect 0 add s.store in --model tiny.entente --unresolved --data data
  has err " 2 for dictionaries or version, 0 as they were"
  expect 0 search s.store talks "ended" --format jsonl
  lines out 1
  has out '"doc":"a",.*"sent":1,.*"hits":\[\[4,9\],\[20,25\]\]'
  expect 0 search s.store visited; lines out 0
  expect 0 search s.store '"'; lines out 0
  expect 2 search missing talks; has err "missing: does not exist"
  expect 2 search in/a.txt talks; has err "in/a.txt: is no store"
  expect 2 search s.store --query 'talks AND ('; lines err 1
  for format in jsonl csv cameo graphml geojson; do
    expect 0 export s.store --format $format
    [ -s out ] || fail "nothing in $format"
  done
  expect 0 export s.store
  expect 1 add s.store in missing --model tiny.entente --unresolved --data data
  has err "missing"
}

case_report() {
  train
  mkdir in
  echo "Severia bombed Kalen. The talks in Tessin ended." > in/a.txt
  expect 0 add s.store in --model tiny.entente --unresolved
  expect 0 report s.store -o page.html --title "Severia & Kalen"
  [ -s page.html ] || fail "no page"
  [ ! -e page.html.partial ] || fail "a partial page stays"
  has page.html "<h1>Severia &amp; Kalen</h1>"
  has page.html "Content-Security-Policy"
  expect 0 report s.store -o - ; has out "</html>"
  expect 0 report s.store -o again.html --title "Severia & Kalen"
  cmp -s page.html again.html || fail "the same store gives another page"
  expect 2 report s.store; has err "output"
  expect 2 report s.store -o page.html --from yesterday; has err "yesterday"
  expect 2 report missing -o other.html; has err "missing: does not exist"
  [ ! -e other.html ] || fail "a page of nothing"
  expect 2 report s.store -o no/such/folder.html; has err "no/such/folder.html"
  (ulimit -f 100; "$entente" report s.store -o full.html > out 2> err) && fail "a full disk is no failure"
  [ ! -e full.html ] && [ ! -e full.html.partial ] || fail "half a page stays"
}

case_store_full_disk() {
  train
  i=0
  mkdir in
  while [ $i -lt 300 ]; do
    echo "Severia bombed Kalen on day $i. Lorvia left Tessin after $i hours." > in/$i.txt
    i=$((i + 1))
  done
  expect 0 add s.store in/1.txt --model tiny.entente
  (ulimit -f 200; "$entente" add s.store in --model tiny.entente > out 2> err)
  [ $? -eq 1 ] || fail "a full disk is no failure"
  has err "s.store: cannot be .*[Ww]hat was kept before is still there"
  expect 0 search s.store Severia
  expect 0 add s.store in --model tiny.entente
  expect 0 search s.store Severia --limit 1000
  lines out 300
}

case_import() {
  expect 2 import s.store items.jsonl
  has err "from"
  echo '{"doc":"d","begin":0,"end":7,"type":"ASSAULT","actor":["SEV"],"recipient":["LOR"],"confidence":0.5,"sentence":"Severia bombed Lorvia.","sentence_begin":0,"sentence_end":22}' > items.jsonl
  echo '{"doc":"d"}' >> items.jsonl
  expect 1 import s.store --from jsonl --source elsewhere items.jsonl
  has err "items.jsonl:2: "
  has err "1 items read, 1 of them new"
  expect 1 import s.store --from jsonl --source elsewhere items.jsonl
  has err "1 items read, 0 of them new"
  expect 0 export s.store
  lines out 1
  has out '"source":"elsewhere"'
  cp out again.jsonl
  expect 0 import t.store --from jsonl again.jsonl
  expect 0 export t.store
  cmp -s out again.jsonl || fail "items change on their way out and in"
}

# A store of acts made by hand: a year of talks, then war; a claim; a relation; a third party.
relations_store() {
  item() {  # DAY TYPE CAMEO ACTOR RECIPIENT [MORE]
    n=$((n + 1))
    echo "{\"doc\":\"d$n\",\"published\":\"$1\",\"publisher\":\"Paper $n\",\"begin\":0,\"end\":3,\"type\":\"$2\",\"cameo\":\"$3\",\"actor\":[\"$4\"],\"recipient\":[\"$5\"],\"status\":\"actual\",\"when\":\"$1\",\"confidence\":0.7,${6:-}\"sentence\":\"they did a$n b$n c$n d$n.\",\"sentence_begin\":0,\"sentence_end\":20}"
  }
  n=0
  for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
    item 2015-$month-10 CONSULT 040 RUS:GOV TUR:GOV '"names":["Vladimir Putin"],'
    item 2015-$month-11 CONSULT 040 FRA DEU
    item 2015-$month-21 ACCUSE 112 FRA DEU
    item 2016-$month-11 CONSULT 040 FRA DEU
    item 2016-$month-21 ACCUSE 112 FRA DEU
    for day in 05 12 19; do item 2016-$month-$day ASSAULT 190 RUS:MIL TUR:MIL; done
  done > items.jsonl
  { item 2016-03-02 ACCUSE 112 TUR RUS '"said_by":["TUR"],'
    item 2016-03-03 ASSAULT 190 hezbollah ISR '"said_by":["ISR"],'
    item 2016-03-04 backs "" FRA TUR
    item 2016-03-05 AID 070 FRA TUR; } >> items.jsonl
  expect 0 import s.store --from jsonl items.jsonl
}

case_relations() {
  relations_store
  expect 0 relations s.store --format jsonl
  has out '"record":"dyad","actor":"RUS","actor_name":"Russia","recipient":"TUR",.*"acts":48,'
  has out '"quads":\[12,0,0,36\]'
  expect 0 relations s.store --format table
  has out "^Russia  *Turkey  *48 "
  expect 0 relations s.store --level sector --from 2016 --format jsonl
  has out '"actor":"RUS:MIL","actor_name":"Russia: armed forces"'
  expect 0 relations s.store --level bloc; has out '"actor":"RUS",.*"recipient":"nato"'
  expect 0 relations s.store --level person; has out '"actor":"Vladimir Putin"'
  expect 0 relations s.store --roll-up; has out '"actor":"IRN",.*"recipient":"ISR"'
  expect 0 relations s.store --claimed; lines out 1; has out '"actor":"hezbollah"'
  expect 0 relations s.store --as-of 2015-06-30; has out '"recipient":"TUR",.*"acts":6,'
  expect 0 relations s.store nato russia; has out '"actor":"RUS",.*"recipient":"nato"'
  expect 0 relations s.store Turkey; has out '"record":"standing","type":"backs","actor":"FRA"'
  expect 0 relations s.store FRA DEU --until 2014; lines out 0
}

case_relations_pair() {
  relations_store
  expect 0 relations s.store Russia Turkey
  has out '"record":"turn","actor":"RUS","recipient":"TUR","from":"2016-01-01","quad":4,"rises":true'
  has out '"record":"curve",.*"step":"month"'
  has out '"record":"act",.*"sentence":"'
  cp out once
  expect 0 relations s.store Russia Turkey; cmp -s out once || fail "not the same twice"
  expect 0 relations s.store Russia Turkey --format table --sentences 2
  has out "2016-01  Russia → Turkey: more material conflict, 0.0 → 3.0 acts a month"
  has out "What happened: the 2 most reported of 49 acts"
  expect 0 relations s.store RUS TUR --by week; has out '"step":"week"'
  expect 0 relations s.store Putin Turkey; has out '"actor":"Vladimir Putin",.*"acts":12,'
  expect 2 relations s.store Rusia; has err "no actor 'Rusia'; like it: Russia"
  expect 2 relations s.store Russia RUS; has err "given twice"
  expect 2 relations s.store --compare 2015..2015; has err "blocs"
  expect 2 relations s.store --blocs --compare 2015; has err "is no span"
  expect 2 relations missing; has err "missing: does not exist"
}

case_relations_blocs() {
  relations_store
  expect 0 relations s.store --blocs --from 2016 --compare 2015..2015
  has out '"record":"network","from":"2016-01-05"'
  has out '"record":"node","actor":"FRA","actor_name":"France","bloc":'
  has out '"record":"tie","a":"RUS","b":"TUR","weight":-'
  has out '"record":"move"'
  cp out once
  expect 0 relations s.store --blocs --from 2016 --compare 2015..2015
  cmp -s out once || fail "not the same twice"
  expect 0 relations s.store --blocs --format table
  has out "^Balance"
}

case_actor() {
  relations_store
  expect 0 actor s.store TUR
  has out '"record":"actor","code":"TUR","name":"Turkey","acts":'
  has out '"record":"claim",.*"type":"ACCUSE"'
  expect 0 actor s.store "vladimir putin"
  has out '"record":"office","name":"Vladimir Putin","office":"president"'
  expect 0 actor s.store Iran --format table
  has out "Hezbollah → Iran"
  has out "Quds Force → Islamic Revolutionary Guard Corps → Iran"
  expect 0 actor s.store "quds force" --format table
  has out "Quds Force, coded as Iran: armed forces (IRN:MIL)"
  expect 2 actor s.store "Nobody at all"; has err "there is no actor 'Nobody at all'"
  expect 2 actor s.store
}

case_evaluate() {
  cat > gold <<'END'
{"doc":"d","sent":0,"begin":0,"end":21,"items":[{"kind":"event","type":"ASSAULT","actor":["sev"],"recipient":["lor"],"status":"actual"}]}
END
  cat > coded <<'END'
{"doc":"d","begin":8,"kind":"event","type":"ASSAULT","actor":["sev:MIL"],"recipient":["lor"],"status":"negated"}
END
  expect 0 evaluate --gold gold coded
  has out "^event     dyad   P 1.000  R 1.000  F1 1.000   (1 of 1 coded, 1 gold)$"
  has out "^event     exact  P 0.000  R 0.000  F1 0.000   (0 of 1 coded, 1 gold)$"
  expect 1 evaluate --gold missing coded
  has err "missing"
  echo '{"doc":"d"}' > coded
  expect 1 evaluate --gold gold coded
  has err "coded:1: "
}

case_train_and_parse() {
  train
  cp tiny.entente again
  train
  cmp -s tiny.entente again || fail "the same command gave another model"
  expect 0 parse --model tiny.entente --pretokenized "$source/tests/cli/tiny.conllu"
  cut -f 1,2 "$source/tests/cli/tiny.conllu" | grep '^[0-9]' > wanted
  cut -f 1,2 out | grep '^[0-9]' > got
  cmp -s wanted got || fail "words were not kept"
  has out "^# sent_id = tiny-3"
  echo "Severia bombed Kalen. Troops don't leave the port." > text
  expect 0 parse --model tiny.entente --offsets text
  has out "^# newdoc id = text"
  has out "Begin=0|End=7"
  expect 0 parse --model tiny.entente --format tree text
  has out "bombed"
  printf '1\tone\tcolumn\tmissing\n\n' > broken.conllu
  expect 1 parse --model tiny.entente --pretokenized broken.conllu "$source/tests/cli/tiny.conllu"
  has err "broken.conllu:1"
  has out "^# sent_id = tiny-5"
}

case_train_another_language() {
  german=$source/tests/cli/german.conllu
  # What was parsed before serves as extra sentences.
  sed 's/_$/Conf=0.8|TagConf=0.9/' "$german" > extra.conllu
  expect 0 train "$german" -o german.entente --language german --dev "$german" --epochs 3 \
    --extra extra.conllu --extra-weight 0.5 --extra-passes 2 --gold-epochs 1
  has err "10 sentences and 0 abbreviations"
  has err "epoch 3/3: .* dev UPOS .* lemma .* UAS .* LAS "
  expect 0 parse --model german.entente --pretokenized "$german"
  cut -f 1,2 "$german" | grep '^[0-9]' > wanted
  cut -f 1,2 out | grep '^[0-9]' > got
  cmp -s wanted got || fail "words were not kept"
  echo "Truppen verließen Oost. Die Rebellen griffen im Hafen an." > text
  expect 0 parse --model german.entente text
  has out "verließen"
  # The segmenter alone, the parser taken over.
  expect 0 train "$german" --parser german.entente -o again.entente --language german
  expect 0 parse --model german.entente --pretokenized "$german"
  cp out before
  expect 0 parse --model again.entente --pretokenized "$german"
  cmp -s before out || fail "the parser was not taken over"
  sed 's/Conf=0.8/Conf=sure/' extra.conllu > bad.conllu
  expect 1 train "$german" -o none.entente --extra bad.conllu
  has err "bad.conllu:4: .*Conf=sure"
  [ ! -e none.entente ] || fail "a model out of a bad treebank"
}

case_bad_model() {
  train
  echo "Severia bombed Kalen." > text
  size=$(wc -c < tiny.entente)
  head -c $((size - 64)) tiny.entente > cut
  expect 2 parse --model cut text
  has err "cut"; lines err 1
  { head -c 999 tiny.entente; printf '\377\376'; tail -c +1002 tiny.entente; } > flipped
  expect 2 parse --model flipped text
  has err "flipped"; lines err 1
  expect 2 parse --model absent text
  lines err 1
}

case_code() {
  train
  mkdir in
  for i in 1 2 3 4 5 6 7 8 9; do
    echo "Russia bombed Syria on Monday. The ministry in Moscow denied the attack. $i troops left." > in/$i.txt
  done
  for format in jsonl csv cameo table; do
    expect 0 code in --model tiny.entente --published 2031-03-04 --format $format --threads 1 --unresolved
    cp out one
    expect 0 code in --model tiny.entente --published 2031-03-04 --format $format --threads 3 --unresolved
    cmp -s out one || fail "$format depends on the number of threads"
    lines err 0
  done
  expect 0 code in --model tiny.entente --format csv
  head -n 1 out | grep -q '^doc,sent,begin,end,trigger,' || fail "no header"
  for layer in actors places times attributions; do
    expect 0 annotate in --layer $layer --model tiny.entente
  done
  expect 0 explain "Russia bombed Syria." --model tiny.entente
  has out "bombed"
  expect 1 code in missing --model tiny.entente
  lines err 1
}

case_check() {
  mkdir -p mine/english/events
  printf '@type ASSAULT\nzap/v = aerial\n' > mine/english/events/mine.txt
  expect 0 check --quick mine
  has out "^1 entries"
  printf '@type ASSAULT\nzap/v = aerial\nzip/v obj:Q* = loud\n' > mine/english/events/mine.txt
  expect 1 check --quick mine
  has out "mine/english/events/mine.txt:3: "
  mkdir mine/actors
  printf '@kind person\nKaro Vex | FRA:GOV | 2001 | 2005 | minister\nKaro Vex | FRA:GUV | 2003-31 | |\n' \
    > mine/actors/people.txt
  expect 1 check --quick mine/actors/people.txt
  has out "mine/actors/people.txt:3: .*2003-31"
  has out " actors read, "
  printf '@kind person\nKaro Vex | FRA:GOV | 2001 | 2005 | minister\nKaro Vex | FRA:MIL | 2003 | |\n' \
    > mine/actors/people.txt
  expect 1 check --quick mine/actors
  has out "mine/actors/people.txt:3: Karo Vex .*people.txt:2"
  expect 2 check nothing-here
}

# Ten actors with habits of their own, over sixty days of 24 hours.
quads() {
  mkdir -p quads
  awk 'BEGIN {
    for (day = 0; day < 60; ++day) {
      file = "quads/" (day < 45 ? "train" : day < 52 ? "valid" : "test") ".txt"
      for (a = 0; a < 10; ++a) {
        print a "\t0\t" (a + 1) % 10 "\t" day * 24 "\t-1" > file
        if (day % 3 == 0) print a "\t1\t" (a + 3) % 10 "\t" day * 24 "\t-1" > file
      }
    }
  }'
}

case_backtest() {
  quads
  expect 0 backtest --quads quads --ranks ranks.jsonl --threads 2
  has out "^asked       questions     MRR"
  has out "^both  *200 "
  has out "^happens within 7 days: "
  lines ranks.jsonl 200
  grep -q '^{"s":0,"r":0,"o":1,"t":1248,"side":"object","rank":1,"top":\[\[1,' ranks.jsonl ||
    fail "the daily habit is not ranked first"
  cp out two; cp ranks.jsonl two.jsonl
  expect 0 backtest --quads quads --ranks ranks.jsonl --threads 1
  cmp -s out two && cmp -s ranks.jsonl two.jsonl || fail "threads matter"
  expect 0 backtest --quads quads --span valid --without walks --no-calibration
  has out "^both  *200 "
  grep -q "happens" out && fail "calibration was not left out"
  expect 2 backtest --quads quads --without magic; has err "magic"
  expect 2 backtest --quads nowhere; has err "nowhere"
  echo "0 0 1 1" >> quads/test.txt
  expect 2 backtest --quads quads; lines err 1; has err "quads/test.txt:101: out of order"
  quads
  echo "0 zero 1 1500" >> quads/test.txt
  expect 2 backtest --quads quads; has err "quads/test.txt:101: the relation 'zero'"
  quads
  printf 'Arnor\t0\n' > quads/entity2id.txt
  expect 2 backtest --quads quads; has err "quads/train.txt:1: unknown actor 1"
  rm quads/entity2id.txt
  : > quads/valid.txt
  expect 2 backtest --quads quads; has err "quads/valid.txt: holds no quadruple"
}

# A year of news: SEV consults LOR every fourth day; whom KAL accuses rejects it two days later.
# No two sentences are alike, so that nothing is taken for a second report.
news() {
  awk 'function day(n, month) {
    month = 1
    while (n > days[month]) n -= days[month++]
    return sprintf("2031-%02d-%02d", month, n)
  }
  function word(n, k) { return syllables[(n * 7 + k * 3) % 8 + 1] syllables[int(n / 8 + k) % 8 + 1] }
  function tell(actor, type, recipient, n) {
    ++count
    sentence = word(count, 1) " " word(count, 2) " " word(count, 4) " on day " n "."
    printf "{\"doc\":\"d%d\",\"begin\":0,\"end\":3,\"type\":\"%s\",\"actor\":[\"%s\"],", count, type, actor
    printf "\"recipient\":[\"%s\"],\"when\":\"%s\",\"published\":\"%s\",", recipient, day(n), day(n + 1)
    printf "\"confidence\":0.9,\"sentence\":\"%s\",\"sentence_begin\":0,", sentence
    printf "\"sentence_end\":%d}\n", length(sentence)
  }
  BEGIN {
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    split("LOR TES VAL MOR NAR", others, " ")
    split("ka lo mi tu re sha vo ne", syllables, " ")
    for (n = 1; n <= '"$1"'; ++n) {
      if (n % 4 == 0) tell("SEV", "CONSULT", "LOR", n)
      other = others[n % 5 + 1]
      if (n % 4 == 1) { tell("KAL", "ACCUSE", other, n); tell(other, "REJECT", "KAL", n + 2) }
      if (n % 45 == 0) tell("SEV", "ASSAULT", other, n)
    }
  }' > news.jsonl
  "$entente" import "$2" --from jsonl --source wire news.jsonl 2> err || fail "import of news"
}

case_forecast() {
  news 350 s.store
  expect 0 forecast s.store --actor SEV --days 7 --limit 2 --format jsonl
  lines out 2
  head -n 1 out | grep -q '"type":"CONSULT","recipient":"LOR","quad":"verbal cooperation"' ||
    fail "the habit is not the likeliest"
  has out '"probability":0.9'; has out '"month_before":0.9'; has out '"change":'
  has out '"method":"trees"'; has out '"family":"recurrence"'; has out '"held":[0-9]*,"cases":'
  has out '"since":"2031-01-04"'; has out '"sentence":"[a-z ]* on day '
  has err "[Bb]eat.* persistence"
  cp out first
  expect 0 forecast s.store --actor SEV --days 7 --limit 2 --format jsonl --threads 3
  cmp -s out first || fail "threads matter"
  expect 0 forecast s.store --actor KAL --recipient TES --type accuse --as-of 2031-06-30 --format table
  has out "^Within 30 days from 2031-06-30"; has out "KAL ACCUSE TES"; has out "rule: "
  grep -q "2031-07" out && fail "what came later is told"
  expect 2 forecast s.store --actor SEW; has err "nearest codes are SEV"
  expect 2 forecast s.store --actor SEV --type BOMB; has err "AGREE, CONSULT"
  expect 2 forecast s.store --actor SEV --as-of someday; has err "someday"
  expect 2 forecast s.store --actor SEV --as-of 2020; has err "was told of by 2020"
  expect 2 forecast s.store --actor SEV --days 8; lines err 1
  expect 2 forecast s.store; has err "actor"
  expect 0 forecast s.store --actor SEV --recipient KAL --format jsonl; lines out 0
  has err "never met"
  : > nothing.jsonl
  expect 0 import empty.store --from jsonl --source wire nothing.jsonl
  for command in "forecast empty.store --actor SEV" "backtest empty.store" \
      "whatif empty.store SEV"; do
    expect 2 $command; lines err 1
  done
  has err "is no act"
  expect 2 backtest empty.store; has err "empty.store: holds no act"
  news 12 little.store
  expect 0 forecast little.store --actor SEV --format jsonl
  has out '"method":"recurrence"'; has err "too little history to learn from"
  expect 0 backtest little.store --format table; has out "too little history"
}

# What the commands write, byte by byte.
case_forecast_formats() {
  golden=$source/tests/golden/formats
  expect 0 import s.store --from jsonl --source wire "$golden/forecast_news.jsonl"
  expect 0 forecast s.store --actor SEV --days 30 --limit 3 --format jsonl
  cmp out "$golden/forecast.jsonl" || fail "forecast"
  expect 0 whatif s.store "SEV ACCUSE LOR:GOV 2031-03-20" --days 7 --limit 2 --cases 2 --format jsonl
  cmp out "$golden/whatif.jsonl" || fail "whatif"
  expect 0 backtest s.store --days 7 --format jsonl
  cmp out "$golden/scores.jsonl" || fail "backtest"
}

case_whatif() {
  news 350 s.store
  expect 0 whatif s.store "KAL ACCUSE MOR 2031-11-10" --days 7 --limit 3 --format jsonl
  has out '"kind":"moved"'; has out '"kind":"case"'; has out "not cause"
  has out '"followed":\[{"actor":"[A-Z]*","type":"REJECT","recipient":"KAL"'
  expect 0 whatif s.store "KAL ACCUSE MOR 2031-11-10" --days 7 --format table
  has out "association in past news, not cause"; has out "MOR REJECT KAL"; has out "REJECT by the other in 5"
  expect 2 whatif s.store "KAL ACCUSE"; has err "is no act; write"
  expect 2 whatif s.store "KAL ACCUSE MOR someday"; has err "someday"
  expect 2 whatif s.store "KAL BOMB MOR"; has err "no type of act"
  expect 2 whatif s.store "KAL ACCUSE MORR"; has err "nearest codes are MOR"
  expect 2 whatif s.store "KAL ACCUSE MOR 2031-11-10" --as-of 2031-10-01; has err "is not past"
  expect 2 whatif s.store; has err "ACT"
}

case_backtest_store() {
  news 350 s.store
  expect 0 backtest s.store --format table --plot plot.svg
  has out "each from what documents published by then said"
  has out "^Within 7 days: "; has out "^persistence "; has out "[Bb]eat.* persistence"
  has out "^CONSULT "; has out "^10 times and more "; has out "^probability "
  grep -q "^<svg " plot.svg || fail "no plot"
  expect 0 backtest s.store --format jsonl --days 7 --threads 1
  cp out one
  expect 0 backtest s.store --format jsonl --days 7 --threads 3
  cmp -s out one || fail "threads matter"
  has out '"group":"reliability"'; has out '"brier":{"forecast":'
  expect 2 backtest; has err "either a STORE or --quads"
  expect 2 backtest s.store --plot /nowhere/plot.svg; has err "/nowhere/plot.svg: cannot be written"
}

# Three papers on one raid, one of them contradicting the others, and another raid a week later.
raids() {
  cat > raids.jsonl <<'END'
{"id":"one","publisher":"Alpha Daily","published":"2014-05-06","text":"Ethiopian warplanes bombed the town of Barentu on Monday, the Eritrean government said."}
{"id":"two","publisher":"Beta News","published":"2014-05-07","text":"Ethiopia's air force bombed Barentu on Monday, according to Eritrea."}
{"id":"three","publisher":"Gamma Post","published":"2014-05-08","text":"Ethiopia did not bomb Barentu on Monday, the Ethiopian defence ministry said."}
{"id":"four","publisher":"Alpha Daily","published":"2014-05-14","text":"Ethiopian warplanes bombed the port of Massawa on Tuesday, the Eritrean government said."}
END
  expect 0 add raids.store raids.jsonl
}

case_acts() {
  raids
  expect 0 acts raids.store --type ASSAULT --from 2014-05-05 --until 2014-05-05 --format jsonl
  grep -q '"doc":"one".*"doc":"two"' out || fail "one raid in two papers is not one act"
  grep -q '"doc":"four"' out && fail "another day is another act"
  has out '"standing":"disputed"'
  expect 0 acts raids.store --party ERI --format table; has out "Ethiopia.* → Eritrea"
  expect 0 acts raids.store --as-of 2014-05-06 --format jsonl
  grep -q '"doc":"two"' out && fail "what was published later was not known yet"
  has out '"doc":"one"'
  expect 2 acts raids.store --type BOMB; has err "is no type"
  expect 2 acts raids.store --from yesterday; has err "is no date"
  expect 2 acts nowhere.store; has err "nowhere.store"
}

case_disputes() {
  raids
  expect 0 disputes raids.store --format table
  has out "did it happen?"; has out "^  yes — Eritrea"; has out "^  no — Ethiopia"
  expect 0 disputes raids.store --format jsonl --about happened; lines out 1
  has out '"speakers":\["ETH'
  expect 0 disputes raids.store --about number --format jsonl; lines out 0
  expect 0 disputes raids.store --as-of 2014-05-07 --format jsonl; lines out 0
}

case_link() {
  raids
  raid() { "$entente" acts raids.store --format jsonl --type ASSAULT | grep -o "\"doc\":\"$1\"[^}]*\"begin\":[0-9]*" | head -n 1 | grep -o "[0-9]*$"; }
  one=one:$(raid one); two=two:$(raid two); four=four:$(raid four)
  together() { "$entente" acts raids.store --format jsonl | grep "\"doc\":\"$1\"" | grep -q "\"doc\":\"$2\""; }
  together one two || fail "not one act"
  expect 0 link raids.store "$one:ASSAULT" "$two:ASSAULT" --different
  together one two && fail "kept as one act"
  expect 0 link raids.store "$one:ASSAULT" "$four:ASSAULT"
  together one four || fail "kept as two acts"
  # Decisions outlive coding anew and new documents.
  echo '{"id":"five","published":"2014-05-09","text":"Kenya condemned the raid."}' > more.jsonl
  expect 0 add raids.store more.jsonl
  expect 0 add raids.store raids.jsonl --all
  together one two && fail "the decision was forgotten"
  together one four || fail "the decision was forgotten"
  expect 0 link raids.store "$one:ASSAULT" "$two:ASSAULT" --forget
  expect 0 link raids.store "$one:ASSAULT" "$four:ASSAULT" --forget
  together one two || fail "the evidence counts again"
  together one four && fail "the evidence counts again"
  expect 2 link raids.store one "$two"; has err "names no report"
  expect 2 link raids.store one:7 "$two"; has err "there is no report one:7"
}

"case_$3"
echo "ok: $3"
