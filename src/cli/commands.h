// The commands: each adds itself to the command line and sets the exit status when it has run.
#pragma once

namespace CLI {
class App;
}

namespace entente::cli {

constexpr int status_done = 0;
constexpr int status_unread = 1;  ///< some inputs could not be read, the others are done
constexpr int status_usage = 2;   ///< wrong usage, or nothing could be begun

void add_read(CLI::App& app, int& status);
void add_parse(CLI::App& app, int& status);
void add_annotate(CLI::App& app, int& status);
void add_code(CLI::App& app, int& status);
void add_copies(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_evaluate(CLI::App& app, int& status);
void add_train(CLI::App& app, int& status);
void add_backtest(CLI::App& app, int& status);
void add_add(CLI::App& app, int& status);
void add_report(CLI::App& app, int& status);
void add_search(CLI::App& app, int& status);
void add_acts(CLI::App& app, int& status);
void add_disputes(CLI::App& app, int& status);
void add_link(CLI::App& app, int& status);
void add_relations(CLI::App& app, int& status);
void add_actor(CLI::App& app, int& status);
void add_export(CLI::App& app, int& status);
void add_import(CLI::App& app, int& status);

}  // namespace entente::cli
