#include "ir/region.h"

#include "ir/ir.h"

#include <algorithm>

namespace loo {

namespace {

constexpr std::uint32_t max_try_nesting = 180;

Diagnostic malformed(std::uint32_t pc, std::string message) {
  return {ErrorKind::input, {"", "CODE", std::uint64_t{pc} * 4}, std::move(message)};
}

// Instructions that may go on at a label (PUSH_RETADDR and CLOSURE only name one).
bool is_branch(Op op) {
  const auto shape = opcode_info(op).shape;
  return (shape == OperandShape::label || shape == OperandShape::int1_label) && op != Op::PUSH_RETADDR && op != Op::CLOSURE;
}

class Explorer {
public:
  Explorer(Exploration& state, std::uint32_t stop, bool is_try, std::uint32_t nesting)
      : s_(state), code_(state.image.code), stop_(stop), is_try_(is_try), nesting_(nesting) {}

  Result<Region> run(std::uint32_t entry) {
    region_.entry = entry;
    mine_ = s_.next_stamp++;
    reach(entry, true);
    while (!work_.empty()) {
      const std::uint32_t pc = work_.back();
      work_.pop_back();
      if (auto problem = walk(pc)) return *problem;
    }
    std::sort(region_.exits.begin(), region_.exits.end());
    region_.exits.erase(std::unique(region_.exits.begin(), region_.exits.end()), region_.exits.end());
    form_blocks();
    return std::move(region_);
  }

private:
  struct Try {
    std::uint32_t pc;
    std::unique_ptr<Region> body;
  };

  void reach(std::uint32_t pc, bool leader) {
    if (pc == stop_) return;
    if (leader) s_.leader[pc] = mine_;
    if (s_.stamp[pc] != mine_) {
      s_.stamp[pc] = mine_;
      visited_.push_back(pc);
      work_.push_back(pc);
    }
  }

  // Visits straight-line code from `pc`, queueing what it branches to.
  std::optional<Diagnostic> walk(std::uint32_t pc) {
    for (;;) {
      if (s_.budget-- == 0) return malformed(pc, "control flow is malformed: code is shared between handlers");
      const auto op = static_cast<Op>(code_[pc]);
      const std::uint32_t next = pc + instruction_size(code_, pc);
      switch (op) {
      case Op::STOP: case Op::RETURN: case Op::APPTERM: case Op::APPTERM1: case Op::APPTERM2: case Op::APPTERM3:
      case Op::RAISE: case Op::RERAISE: case Op::RAISE_NOTRACE: case Op::RESUMETERM: case Op::REPERFORMTERM:
        return std::nullopt;
      case Op::BRANCH:
        reach(target(pc + 1, pc + 1), true);
        return std::nullopt;
      case Op::SWITCH: {
        const auto sizes = static_cast<std::uint32_t>(code_[pc + 1]);
        const std::uint32_t n = (sizes & 0xffff) + (sizes >> 16);
        for (std::uint32_t i = 0; i < n; ++i) reach(target(pc + 2, pc + 2 + i), true);
        return std::nullopt;
      }
      case Op::PUSHTRAP: {
        if (nesting_ >= max_try_nesting) return malformed(pc, "exception handlers are nested too deep");
        auto body = Explorer(s_, stop_, true, nesting_ + 1).run(next);
        if (!body) return body.error();
        for (const std::uint32_t exit : body->exits) reach(exit, true);
        reach(target(pc + 1, pc + 1), true);
        tries_.push_back({pc, std::make_unique<Region>(std::move(*body))});
        return std::nullopt;
      }
      case Op::POPTRAP:
        if (!is_try_) return malformed(pc, "`POPTRAP` without `PUSHTRAP`");
        region_.exits.push_back(next);
        return std::nullopt;
      default:
        break;
      }
      if (is_branch(op)) {
        const std::uint32_t at = opcode_info(op).shape == OperandShape::label ? pc + 1 : pc + 2;
        reach(target(at, at), true);
        reach(next, true);
        return std::nullopt;
      }
      if (next == stop_ || next >= code_.size()) return std::nullopt;
      if (s_.stamp[next] == mine_) { s_.leader[next] = mine_; return std::nullopt; }
      s_.stamp[next] = mine_;
      visited_.push_back(next);
      pc = next;
    }
  }

  [[nodiscard]] std::uint32_t target(std::uint32_t base, std::uint32_t at) const {
    return base + static_cast<std::uint32_t>(code_[at]);
  }

  void form_blocks() {
    std::sort(visited_.begin(), visited_.end());
    std::sort(tries_.begin(), tries_.end(), [](const Try& a, const Try& b) { return a.pc < b.pc; });
    std::vector<RegionBlock> blocks;
    for (std::size_t i = 0; i < visited_.size(); ++i) {
      const std::uint32_t pc = visited_[i];
      const bool joined = i > 0 && !blocks.empty() && blocks.back().end == pc && s_.leader[pc] != mine_ &&
                          !ends_block(last_pc_);
      if (!joined) {
        blocks.emplace_back();
        blocks.back().begin = pc;
      }
      s_.index[pc] = static_cast<std::uint32_t>(blocks.size() - 1);
      last_pc_ = pc;
      blocks.back().end = pc + instruction_size(code_, pc);
    }
    auto next_try = tries_.begin();
    for (auto& block : blocks) link(block, next_try);
    order(blocks);
  }

  [[nodiscard]] bool ends_block(std::uint32_t pc) const {
    const auto op = static_cast<Op>(code_[pc]);
    if (is_branch(op) || op == Op::SWITCH) return true;
    switch (op) {
    case Op::STOP: case Op::RETURN: case Op::APPTERM: case Op::APPTERM1: case Op::APPTERM2: case Op::APPTERM3:
    case Op::RAISE: case Op::RERAISE: case Op::RAISE_NOTRACE: case Op::RESUMETERM: case Op::REPERFORMTERM:
    case Op::POPTRAP:
      return true;
    default:
      return false;
    }
  }

  template <class It> void link(RegionBlock& block, It& next_try) {
    const std::uint32_t pc = last_instruction(s_.image, block);
    const auto op = static_cast<Op>(code_[pc]);
    const auto add = [&](std::uint32_t to) {
      if (to != stop_ && to < code_.size()) block.successors.push_back(s_.index[to]);
    };
    if (!ends_block(pc)) { add(block.end); return; }
    switch (op) {
    case Op::BRANCH: add(target(pc + 1, pc + 1)); return;
    case Op::SWITCH: {
      const auto sizes = static_cast<std::uint32_t>(code_[pc + 1]);
      const std::uint32_t n = (sizes & 0xffff) + (sizes >> 16);
      for (std::uint32_t i = 0; i < n; ++i) add(target(pc + 2, pc + 2 + i));
      return;
    }
    case Op::PUSHTRAP:
      block.body = std::move(next_try->body);
      ++next_try;
      for (const std::uint32_t exit : block.body->exits) add(exit);
      add(target(pc + 1, pc + 1));
      return;
    default: break;
    }
    if (is_branch(op)) {
      const std::uint32_t at = opcode_info(op).shape == OperandShape::label ? pc + 1 : pc + 2;
      add(target(at, at)); // taken first
      add(block.end);
    }
  }

  // Reverse postorder by an explicit stack; unreachable blocks do not exist here.
  void order(std::vector<RegionBlock>& blocks) {
    const auto n = static_cast<std::uint32_t>(blocks.size());
    std::vector<std::uint32_t> post, next(n, 0);
    std::vector<bool> seen(n, false);
    if (n == 0) return;
    std::vector<std::uint32_t> stack{s_.index[region_.entry]};
    seen[stack[0]] = true;
    while (!stack.empty()) {
      const std::uint32_t b = stack.back();
      if (next[b] < blocks[b].successors.size()) {
        // Last successor first, so that the first one comes earlier in the order.
        const auto& list = blocks[b].successors;
        const std::uint32_t to = list[list.size() - 1 - next[b]++];
        if (!seen[to]) { seen[to] = true; stack.push_back(to); }
      } else {
        post.push_back(b);
        stack.pop_back();
      }
    }
    std::vector<std::uint32_t> position(n, none);
    for (std::uint32_t i = 0; i < post.size(); ++i) position[post[i]] = static_cast<std::uint32_t>(post.size()) - 1 - i;
    region_.blocks.resize(post.size());
    for (const std::uint32_t b : post) {
      auto& to = region_.blocks[position[b]];
      to = std::move(blocks[b]);
      for (auto& successor : to.successors) successor = position[successor];
    }
    for (auto& block : region_.blocks)
      for (const std::uint32_t successor : block.successors) region_.blocks[successor].predecessors++;
  }

  Exploration& s_;
  const std::vector<std::int32_t>& code_;
  std::uint32_t stop_;
  bool is_try_;
  std::uint32_t nesting_;
  std::uint32_t mine_ = 0, last_pc_ = 0;
  Region region_;
  std::vector<std::uint32_t> work_, visited_;
  std::vector<Try> tries_;
};

} // namespace

Exploration::Exploration(const Image& of)
    : image(of), stamp(of.code.size(), 0), leader(of.code.size(), 0), index(of.code.size(), 0),
      budget(4 * std::uint64_t{of.code.size()} + 1000) {}

Result<Region> explore(Exploration& state, std::uint32_t entry, std::uint32_t stop) {
  return Explorer(state, stop, false, 0).run(entry);
}

std::uint32_t last_instruction(const Image& image, const RegionBlock& block) {
  std::uint32_t pc = block.begin;
  for (;;) {
    const std::uint32_t next = pc + instruction_size(image.code, pc);
    if (next >= block.end) return pc;
    pc = next;
  }
}

} // namespace loo
