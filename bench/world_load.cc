// What the world costs to load: time by the clock and of the processor, memory held and at its
// peak. Each load runs in a process of its own, so that none finds memory that another left behind.
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <vector>

#include "clock.h"
#include "world/world.h"

namespace {

struct Cost {
  double wall = 0, processor = 0;  // seconds
  double held = 0, peak = 0;       // megabytes more than before
};

double held_megabytes() {
  std::ifstream status("/proc/self/statm");
  long total = 0, resident = 0;
  status >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

Cost load(const std::string& data, const std::string& language, const std::string& geonames,
          bool counts) {
  const double held = held_megabytes(), processor = processor_seconds();
  const double peak = bench::peak_megabytes();
  const auto start = bench::Clock::now();
  const entente::World world({data}, language, geonames);
  Cost cost;
  cost.wall = bench::seconds_since(start);
  cost.processor = processor_seconds() - processor;
  cost.held = held_megabytes() - held;
  cost.peak = bench::peak_megabytes() - peak;
  if (counts) {
    const auto has = world.counts();
    std::printf("%zu actors, %zu names, %zu places\n", has.actors, has.names, has.places);
    std::fflush(stdout);
  }
  return cost;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures what the world costs to load");
  std::string data, language = "english", geonames = "/usr/share/libtimezonemap/ui/cities15000.txt";
  int times = 5;
  app.add_option("--data", data, "data folder")->required();
  app.add_option("--language", language, "folder of the language")->capture_default_str();
  app.add_option("--geonames", geonames, "GeoNames file")->capture_default_str();
  app.add_option("--times", times, "loads, of which the quickest counts")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  std::vector<Cost> costs;
  for (int at = 0; at < times; ++at) {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    const pid_t child = fork();
    if (child == 0) {
      const Cost cost = load(data, language, geonames, at == 0);
      _exit(write(ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
    Cost cost;
    const bool read_back = read(ends[0], &cost, sizeof cost) == sizeof cost;
    close(ends[0]);
    close(ends[1]);
    waitpid(child, nullptr, 0);
    if (!read_back) return 1;
    costs.push_back(cost);
  }
  const auto least = [&](double Cost::*of) {
    double best = costs.front().*of;
    for (const Cost& cost : costs) best = std::min(best, cost.*of);
    return best;
  };
  std::printf("world      %8.1f ms by the clock, %.1f ms of processor\n", 1000 * least(&Cost::wall),
              1000 * least(&Cost::processor));
  std::printf("memory     %8.1f MB held, %.1f MB at its peak\n", least(&Cost::held),
              least(&Cost::peak));
  return 0;
}
