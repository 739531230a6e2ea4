#include "driver/phase_clock.h"

#include <cstdio>
#include <sys/resource.h>
#include <utility>

namespace loo {
namespace {

std::string line(const std::string& name, double value, const char* unit) {
  char number[32];
  std::snprintf(number, sizeof number, "%10.1f", value);
  return name + std::string(name.size() < 12 ? 12 - name.size() : 1, ' ') + number + " " + unit + "\n";
}

} // namespace

void PhaseClock::note(std::string phase) {
  const auto now = std::chrono::steady_clock::now();
  phases_.push_back({std::move(phase), std::chrono::duration<double, std::milli>(now - last_).count()});
  last_ = now;
}

void PhaseClock::add(const std::vector<PhaseTime>& phases) {
  phases_.insert(phases_.end(), phases.begin(), phases.end());
  last_ = std::chrono::steady_clock::now();
}

std::string PhaseClock::report() const {
  std::string out;
  double total = 0;
  for (const PhaseTime& phase : phases_) {
    out += line(phase.phase, phase.milliseconds, "ms");
    total += phase.milliseconds;
  }
  out += line("total", total, "ms");
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return out + line("memory", static_cast<double>(usage.ru_maxrss) / 1024, "MiB");
}

} // namespace loo
