// Codes one sentence with the installed library, data and model.
#include <entente/engine.h>

#include <cstdio>

int main(int, char** argv) {
  const entente::Engine engine({.data_dirs = {argv[1]}, .model = argv[2]});
  const auto scratch = engine.make_scratch();
  entente::Document document{.id = "one", .text = "Russia bombed Turkey on Monday."};
  const auto items = engine.code(document, *scratch);
  for (const auto& item : items) std::printf("%s %s\n", name_of(item.type), item.trigger.c_str());
  return items.empty() ? 1 : 0;
}
