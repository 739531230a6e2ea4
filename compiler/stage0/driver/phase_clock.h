// What --time prints: a line per phase with its milliseconds, and the largest
// amount of memory that the process has held.
#pragma once

#include "link/compiler.h"

#include <chrono>
#include <string>
#include <vector>

namespace loo {

class PhaseClock {
public:
  // Notes the time since the last note, or since the start.
  void note(std::string phase);
  void add(const std::vector<PhaseTime>& phases);
  [[nodiscard]] std::string report() const;

private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::vector<PhaseTime> phases_;
};

} // namespace loo
