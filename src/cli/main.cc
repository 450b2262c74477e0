// The command line: hands each command to its file, and says in one line what went wrong.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "entente/error.h"

namespace {

using namespace entente::cli;

void add_commands(CLI::App& app, int& status) {
  app.description(
      "Entente reads news and keeps the state of relations it describes: who did what to whom,\n"
      "when and where, who says so, who denies it.");
  app.footer(
      "Example:\n"
      "  entente code report.txt --published 2016-08-16\n"
      "`entente COMMAND --help` describes a command. Exit status: 0 done, 1 some inputs could not\n"
      "be read (each is named, the others are done), 2 wrong usage.");
  app.set_version_flag("--version", std::string("entente ") + ENTENTE_VERSION);
  app.require_subcommand(1);
  add_read(app, status);
  add_parse(app, status);
  add_annotate(app, status);
  add_code(app, status);
  add_copies(app, status);
  add_explain(app, status);
  add_check(app, status);
  add_evaluate(app, status);
  add_train(app, status);
  add_backtest(app, status);
  add_add(app, status);
  add_report(app, status);
  add_search(app, status);
  add_acts(app, status);
  add_disputes(app, status);
  add_link(app, status);
  add_relations(app, status);
  add_actor(app, status);
  add_export(app, status);
  add_import(app, status);
}

/// "entente code" where that command was chosen, else "entente".
std::string name_of_chosen(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "entente" : "entente " + chosen.front()->get_name();
}

/// What is wrong with the command line. `first` is its first word.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, const std::string& first) {
  if (!app.get_subcommands().empty()) return error.what();
  if (first.empty()) return "which command?";
  if (first.front() == '-') return error.what();
  return "there is no command '" + first + "'";
}

int fail(const std::string& message) {
  std::fprintf(stderr, "entente: %s\n", message.c_str());
  return status_usage;
}

int run(int argc, char** argv) {
  CLI::App app("", "entente");
  int status = status_done;
  try {
    add_commands(app, status);
    app.parse(argc, argv);
    return status;
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    return fail(complaint(app, error, argc > 1 ? argv[1] : "") + " (see " + name_of_chosen(app) +
                " --help)");
  } catch (const ClosedOutput&) {
    return status_done;  // whoever read the output has seen enough
  } catch (const FailedOutput& error) {
    fail(error.what());
    return status_unread;
  } catch (const std::bad_alloc&) {
    return fail("out of memory");
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file past the limit on size is an error of its write
  return run(argc, argv);
}
