// The plot of a backtest, drawn by hand so that it needs nothing to be looked at but a browser.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "forecast/rolling_backtest.h"

namespace entente::forecast {
namespace {

constexpr double side = 260, margin = 52, top = 48, gap = 36;

struct Panel {
  double left = 0;
  [[nodiscard]] double x(double share) const { return left + share * side; }
  [[nodiscard]] static double y(double share) { return top + (1 - share) * side; }
};

void draw_frame(std::string& out, const Panel& panel, const Scorecard& card) {
  const Reliability& reliability = card.reliability;
  fmt::format_to(std::back_inserter(out),
                 "<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"title\">within {} days</text>\n"
                 "<text x=\"{:.1f}\" y=\"{:.1f}\">{} forecasts, calibration error {:.4f}</text>\n"
                 "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" class=\"frame\"/>\n"
                 "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"even\"/>\n",
                 panel.left, top - 26, reliability.horizon(), panel.left, top - 9,
                 reliability.forecasts(), reliability.calibration_error(), panel.left, top, side,
                 side, panel.x(0), Panel::y(0), panel.x(1), Panel::y(1));
  for (int i = 0; i <= 4; ++i) {
    const double share = 0.25 * i;
    fmt::format_to(std::back_inserter(out),
                   "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{:.2f}</text>\n"
                   "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{:.2f}</text>\n",
                   panel.x(share), top + side + 16, share, panel.left - 6, Panel::y(share) + 4,
                   share);
  }
  fmt::format_to(std::back_inserter(out),
                 "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">promised</text>\n",
                 panel.x(0.5), top + side + 34);
}

void draw_dots(std::string& out, const Panel& panel, const Reliability& reliability) {
  std::string line;
  for (const ReliabilityBin& bin : reliability.bins()) {
    if (bin.forecasts == 0) continue;
    const auto count = static_cast<double>(bin.forecasts);
    const double promised = bin.promised / count;
    const double share = static_cast<double>(bin.happened) / count;
    fmt::format_to(std::back_inserter(line), "{}{:.1f},{:.1f}", line.empty() ? "" : " ",
                   panel.x(promised), Panel::y(share));
    fmt::format_to(std::back_inserter(out),
                   "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"><title>promised {:.3f}, "
                   "happened {:.3f}, {} forecasts</title></circle>\n",
                   panel.x(promised), Panel::y(share), 2 + std::log10(count), promised, share,
                   bin.forecasts);
  }
  fmt::format_to(std::back_inserter(out), "<polyline points=\"{}\"/>\n", line);
}

}  // namespace

std::string reliability_plot(const RollingBacktest& backtest) {
  const double width =
      margin + static_cast<double>(backtest.cards.size()) * (side + gap + margin / 2);
  const double height = top + side + 48;
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
      "aria-label=\"Reliability of the forecasts: promised against happened\">\n<style>\n"
      "svg {{ background: #fff }} text {{ font: 12px sans-serif; fill: #222 }}\n"
      ".title {{ font-weight: bold }} .frame {{ fill: none; stroke: #999 }}\n"
      ".even {{ stroke: #999; stroke-dasharray: 4 4 }}\n"
      "polyline {{ fill: none; stroke: #1f5fa8 }} circle {{ fill: #1f5fa8; fill-opacity: .75 }}\n"
      "</style>\n<text transform=\"translate(14 {:.0f}) rotate(-90)\" "
      "text-anchor=\"middle\">happened</text>\n",
      width, height, top + side / 2);
  Panel panel{margin};
  for (const Scorecard& card : backtest.cards) {
    draw_frame(out, panel, card);
    draw_dots(out, panel, card.reliability);
    panel.left += side + gap + margin / 2;
  }
  return out + "</svg>\n";
}

}  // namespace entente::forecast
