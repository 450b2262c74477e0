// A toy model trained on ten sentences: it learns them by heart, is the same for any number of
// threads, parses a sentence alike in any company, and is refused when damaged.
#include "language/parser.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "entente/error.h"
#include "language/model.h"
#include "language/trainer.h"

namespace entente {
namespace {

/// "form lemma UPOS XPOS feats head deprel" per word, sentences apart by an empty string.
constexpr const char* rows[] = {"Ruritania Ruritania PROPN NNP Number=Sing 2 nsubj",
                                "threatened threaten VERB VBD Tense=Past 0 root",
                                "Graustark Graustark PROPN NNP Number=Sing 2 obj",
                                ". . PUNCT . _ 2 punct",
                                "",
                                "The the DET DT _ 2 det",
                                "envoys envoy NOUN NNS Number=Plur 3 nsubj",
                                "met meet VERB VBD Tense=Past 0 root",
                                "in in ADP IN _ 5 case",
                                "Strelsau Strelsau PROPN NNP Number=Sing 3 obl",
                                ". . PUNCT . _ 3 punct",
                                "",
                                "Rebels rebel NOUN NNS Number=Plur 2 nsubj",
                                "attacked attack VERB VBD Tense=Past 0 root",
                                "a a DET DT _ 4 det",
                                "convoy convoy NOUN NN Number=Sing 2 obj",
                                "near near ADP IN _ 6 case",
                                "Zenda Zenda PROPN NNP Number=Sing 4 nmod",
                                ". . PUNCT . _ 2 punct",
                                "",
                                "Talks talk NOUN NNS Number=Plur 3 nsubj:pass",
                                "were be AUX VBD Tense=Past 3 aux:pass",
                                "postponed postpone VERB VBN Tense=Past 0 root",
                                ". . PUNCT . _ 3 punct",
                                "",
                                "Graustark Graustark PROPN NNP Number=Sing 4 nsubj",
                                "did do AUX VBD Tense=Past 4 aux",
                                "not not PART RB _ 4 advmod",
                                "reply reply VERB VB VerbForm=Inf 0 root",
                                ". . PUNCT . _ 4 punct",
                                "",
                                "A a DET DT _ 2 det",
                                "truce truce NOUN NN Number=Sing 3 nsubj",
                                "holds hold VERB VBZ Tense=Pres 0 root",
                                "\" \" PUNCT '' _ 3 punct",
                                "officials official NOUN NNS Number=Plur 6 nsubj",
                                "said say VERB VBD Tense=Past 3 parataxis",
                                "",
                                "Both both DET DT _ 2 det",
                                "sides side NOUN NNS Number=Plur 3 nsubj",
                                "signed sign VERB VBD Tense=Past 0 root",
                                "the the DET DT _ 5 det",
                                "treaty treaty NOUN NN Number=Sing 3 obj",
                                "and and CCONJ CC _ 7 cc",
                                "left leave VERB VBD Tense=Past 3 conj",
                                "",
                                "Soldiers soldier NOUN NNS Number=Plur 3 nsubj",
                                "quickly quickly ADV RB _ 3 advmod",
                                "withdrew withdraw VERB VBD Tense=Past 0 root",
                                "from from ADP IN _ 5 case",
                                "villages village NOUN NNS Number=Plur 3 obl",
                                "",
                                "The the DET DT _ 2 det",
                                "minister minister NOUN NN Number=Sing 3 nsubj",
                                "denied deny VERB VBD Tense=Past 0 root",
                                "it it PRON PRP _ 3 obj",
                                "",
                                "Aid aid NOUN NN Number=Sing 2 nsubj",
                                "arrives arrive VERB VBZ Tense=Pres 0 root",
                                "tomorrow tomorrow ADV RB _ 2 advmod",
                                ". . PUNCT . _ 2 punct",
                                ""};

Conllu toy_treebank() {
  std::string text;
  int id = 0;
  for (std::string row : rows) {
    if (row.empty()) {
      text += '\n';
      id = 0;
      continue;
    }
    std::replace(row.begin(), row.end(), ' ', '\t');
    text += std::to_string(++id) + '\t' + row + "\t_\t_\n";
  }
  const auto source = source_of(text, "toy.conllu");
  return read_conllu(*source);
}

TrainOptions small_options() {
  TrainOptions options;
  options.epochs = 200;
  options.batch_words = 30;
  options.least_count = 1;
  options.learning_rate = 5e-3F;
  NetworkSizes& sizes = options.sizes;
  sizes.affix_rows = sizes.ngram_rows = 512;
  sizes.form_dim = sizes.ngram_dim = 16;
  sizes.affix_dim = 8;
  sizes.units = sizes.arc_dim = sizes.label_dim = 24;
  return options;
}

std::vector<std::byte> archive_of(const Sections& sections) {
  ArchiveWriter writer;
  for (const auto& [name, bytes] : sections) writer.add(name, bytes);
  return writer.bytes();
}

/// The toy model, trained once for all tests.
const Sections& toy_sections() {
  static const Sections sections = train_parser(toy_treebank(), {}, small_options());
  return sections;
}
Archive toy_model() { return Archive::from_bytes(archive_of(toy_sections()), "toy"); }

TEST(Parser, LearnsATreebankByHeart) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const ParserScores scores = evaluate_parser(parser, toy_treebank());
  EXPECT_EQ(scores.words, 52U);
  EXPECT_GT(scores.upos, 0.98);
  EXPECT_GT(scores.xpos, 0.98);
  EXPECT_GT(scores.feats, 0.98);
  EXPECT_GT(scores.lemma, 0.98);
  EXPECT_GT(scores.las, 0.98);
}

TEST(Parser, TrainingIsTheSameForAnyNumberOfThreads) {
  TrainOptions options = small_options();
  options.epochs = 2;
  options.threads = 1;
  const Sections one = train_parser(toy_treebank(), {}, options);
  options.threads = 2;
  const Sections two = train_parser(toy_treebank(), {}, options);
  EXPECT_TRUE(one == two);
  options.seed = 2;
  EXPECT_FALSE(one == train_parser(toy_treebank(), {}, options));
}

Conllu treebank_of(const std::string& text) {
  const auto source = source_of(text, "extra.conllu");
  return read_conllu(*source);
}

/// Two sentences with forms that the toy treebank lacks.
std::string extra_text(const std::string& misc, bool other_tree) {
  const std::string head = other_tree ? "0\troot" : "2\tnsubj";
  const std::string verb = other_tree ? "1\tdep" : "0\troot";
  std::string text;
  for (const char* subject : {"Rebels", "Convoys"}) {
    text += std::string("1\t") + subject + "\t_\tNOUN\tNNS\t_\t" + head + "\t_\t" + misc + "\n";
    text += "2\tadvanced\t_\tVERB\tVBD\t_\t" + verb + "\t_\t" + misc + "\n\n";
  }
  return text;
}

Sections with_extra(const std::string& text, TrainOptions options) {
  options.epochs = 3;
  options.gold_epochs = 1;
  options.least_extra_count = 2;
  const Conllu extra = treebank_of(text);
  return train_parser(toy_treebank(), {}, options, {&extra, 1});
}

TEST(Parser, ExtraSentencesCountByTheirConfidence) {
  const Sections sure = with_extra(extra_text("_", false), small_options());
  const Sections doubted = with_extra(extra_text("Conf=0.2|TagConf=0.4", false), small_options());
  const Sections otherwise = with_extra(extra_text("Conf=0.2|TagConf=0.4", true), small_options());
  EXPECT_FALSE(sure == doubted);
  EXPECT_FALSE(doubted == otherwise);
  // What a word without any confidence is said to be does not matter.
  const Sections nothing = with_extra(extra_text("Conf=0|TagConf=0.4", false), small_options());
  EXPECT_TRUE(nothing == with_extra(extra_text("Conf=0|TagConf=0.4", true), small_options()));
}

TEST(Parser, ExtraSentencesWithoutWeightAreAsNone) {
  TrainOptions options = small_options();
  options.extra_weight = 0.0F;
  const Sections none = with_extra("", options);
  EXPECT_TRUE(none == with_extra(extra_text("_", false), options));
  options.extra_weight = 1.0F;
  EXPECT_TRUE(none == with_extra("", options));
  EXPECT_FALSE(none == with_extra(extra_text("_", false), options));
}

TEST(Parser, TrainingWithExtraSentencesIsTheSameForAnyNumberOfThreads) {
  TrainOptions options = small_options();
  options.threads = 1;
  const std::string text = extra_text("Conf=0.9|TagConf=0.7", false);
  const Sections one = with_extra(text, options);
  options.threads = 2;
  EXPECT_TRUE(one == with_extra(text, options));
}

/// Frequent forms of extra sentences get embeddings, their labels and lemmas are not learnt.
TEST(Parser, LabelsComeFromGoldAlone) {
  const Sections sections = with_extra(extra_text("_", true), small_options());
  const Archive archive = Archive::from_bytes(archive_of(sections), "toy");
  const ParserModel model = load_model(archive);
  const auto known = [&](const char* form) {
    return std::find(model.forms.begin(), model.forms.end(), hash_of(form)) != model.forms.end();
  };
  EXPECT_TRUE(known("advanced"));  // twice
  EXPECT_FALSE(known("convoys"));  // once
  EXPECT_EQ(std::count(model.labels.begin(), model.labels.end(), "dep"), 0);
  EXPECT_EQ(std::count(model.lemmas.begin(), model.lemmas.end(), hash_of("")), 0);
}

TEST(Parser, ReportsProgress) {
  TrainOptions options = small_options();
  options.epochs = 2;
  const Conllu dev = toy_treebank();
  std::vector<TrainProgress> reports;
  options.progress = [&](const TrainProgress& progress) { reports.push_back(progress); };
  static_cast<void>(train_parser(toy_treebank(), dev, options));
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports[1].epoch, 2U);
  EXPECT_EQ(reports[1].dev.words, 52U);
  EXPECT_LT(reports[1].loss, reports[0].loss);
}

TEST(Parser, NeedsTreesToLearnFrom) {
  for (const char* text : {"", "1\tWords\tword\tNOUN\t_\t_\t_\t_\t_\t_\n\n"}) {
    const auto source = source_of(text, "bare.conllu");
    try {
      static_cast<void>(train_parser(read_conllu(*source), {}, small_options()));
      ADD_FAILURE() << "learnt from nothing";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::malformed);
      EXPECT_EQ(error.where().file, "bare.conllu");
    }
  }
}

/// What was found for a sentence, as one string.
std::string found(const Sentence& sentence) {
  std::string out;
  for (const Word& word : sentence.words) {
    out += std::string(word.lemma) + ' ' + name_of(word.upos) + ' ' + std::string(word.xpos) + ' ' +
           std::to_string(word.head) + ' ' + std::string(word.deprel) + '\n';
  }
  return out;
}

TEST(Parser, ASentenceDoesNotDependOnOthers) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const auto scratch = parser.make_scratch();
  Conllu together = toy_treebank();
  StringArena strings;
  parser.parse(together.analysis.sentences, strings, *scratch);
  Conllu apart = toy_treebank();
  for (Sentence& sentence : apart.analysis.sentences) {
    parser.parse({&sentence, 1}, strings, *scratch);
  }
  for (std::size_t i = 0; i < apart.analysis.sentences.size(); ++i) {
    EXPECT_EQ(found(apart.analysis.sentences[i]), found(together.analysis.sentences[i]));
  }
}

TEST(Parser, LongSentencesBecomeOneTree) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const auto scratch = parser.make_scratch();
  Sentence sentence;
  for (std::size_t i = 0; i < 1200; ++i) {
    Word word;
    word.form = i % 40 == 39 ? "," : "convoy";
    word.head = 7;  // what stood there before must not matter
    sentence.words.push_back(word);
  }
  StringArena strings;
  parser.parse({&sentence, 1}, strings, *scratch);
  int roots = 0;
  for (const Word& word : sentence.words) {
    roots += word.head < 0 ? 1 : 0;
    EXPECT_EQ(word.head < 0, word.deprel == "root");
    std::int32_t at = word.head;
    for (int step = 0; at >= 0; ++step) {
      ASSERT_LT(step, 1200);
      at = sentence.words[static_cast<std::size_t>(at)].head;
    }
  }
  EXPECT_EQ(roots, 1);
}

TEST(Parser, ADatelineHangsOnTheSentenceProper) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const auto scratch = parser.make_scratch();
  StringArena strings;
  Sentence bare, dated;
  for (const char* form : {"STRELSAU", ",", "March", "4", "(", "Agency", ")", "-"}) {
    Word word;
    word.form = form;
    dated.words.push_back(word);
  }
  const auto dateline = static_cast<std::int32_t>(dated.words.size());
  for (const char* form : {"Rebels", "attacked", "a", "convoy", "near", "Zenda", "."}) {
    Word word;
    word.form = form;
    bare.words.push_back(word);
    dated.words.push_back(word);
  }
  parser.parse({&bare, 1}, strings, *scratch);
  parser.parse({&dated, 1}, strings, *scratch);
  const auto at = [&](std::size_t i) {
    return dated.words[i + static_cast<std::size_t>(dateline)];
  };
  for (std::size_t i = 0; i < bare.words.size(); ++i) {
    const std::int32_t head = bare.words[i].head;
    EXPECT_EQ(at(i).head, head < 0 ? head : head + dateline);
    EXPECT_EQ(at(i).deprel, bare.words[i].deprel);
  }
  int hanging = 0;
  for (std::int32_t i = 0; i < dateline; ++i) {
    const Word& word = dated.words[static_cast<std::size_t>(i)];
    if (word.head < dateline) continue;
    ++hanging;
    EXPECT_EQ(word.deprel, "parataxis");
    EXPECT_EQ(dated.words[static_cast<std::size_t>(word.head)].deprel, "root");
  }
  EXPECT_EQ(hanging, 1);
}

/// Verbs in capitals have the lemma that the treebank gives them in small letters.
TEST(Parser, CapitalsDoNotHideAKnownVerb) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const auto scratch = parser.make_scratch();
  StringArena strings;
  Sentence sentence;
  for (const char* form : {"Soldiers", "quickly", "WITHDREW", "from", "villages"}) {
    Word word;
    word.form = form;
    sentence.words.push_back(word);
  }
  parser.parse({&sentence, 1}, strings, *scratch);
  ASSERT_EQ(sentence.words[2].upos, Upos::verb);
  EXPECT_EQ(sentence.words[2].lemma, "withdraw");
}

TEST(Parser, OddWordsAreParsed) {
  const Archive archive = toy_model();
  const Parser parser(archive);
  const auto scratch = parser.make_scratch();
  StringArena strings;
  Sentence sentence;
  const std::string huge(100000, 'z');
  for (const std::string_view form : {std::string_view("\xF0\x9F\x98\x80"), std::string_view(huge),
                                      std::string_view("\xEF\xBF\xBD"), std::string_view("1")}) {
    Word word;
    word.form = form;
    sentence.words.push_back(word);
  }
  std::vector<Sentence> sentences = {Sentence{}, sentence, Sentence{}};
  parser.parse(sentences, strings, *scratch);
  for (const Word& word : sentences[1].words) EXPECT_FALSE(word.deprel.empty());
}

ErrorKind refusal(const Sections& sections) {
  try {
    const Archive archive = Archive::from_bytes(archive_of(sections), "toy");
    const Parser parser(archive);
  } catch (const Error& error) {
    EXPECT_EQ(error.where().file, "toy");
    return error.kind();
  }
  ADD_FAILURE() << "not refused";
  return ErrorKind::not_found;
}

TEST(Parser, RefusesOtherVersionsAndDamage) {
  Sections other = toy_sections();
  ASSERT_EQ(other[0].first, "parser/header");
  other[0].second[0] = std::byte{99};
  EXPECT_EQ(refusal(other), ErrorKind::version);
  for (std::size_t section = 0; section < toy_sections().size(); ++section) {
    Sections shorter = toy_sections();
    shorter[section].second.pop_back();
    EXPECT_EQ(refusal(shorter), ErrorKind::corrupt) << shorter[section].first;
  }
  std::vector<std::byte> bytes = archive_of(toy_sections());
  bytes[bytes.size() / 2] ^= std::byte{1};
  EXPECT_THROW(static_cast<void>(Archive::from_bytes(bytes, "toy")), Error);
}

}  // namespace
}  // namespace entente
