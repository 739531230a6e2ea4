// Every check of the validator: a program that is good, and one that fails the
// check alone.
#include "bytecode/validate.h"

#include "files.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

using namespace test;
using Code = std::vector<std::int32_t>;

Image image_of(Code code, int magic = 30) {
  Image image;
  image.version = {magic};
  image.code = std::move(code);
  image.primitives = {"caml_one", "caml_two"};
  image.constants.resize(1);
  image.globals = {0, 0, 0};
  image.global_names = {"A", "B", ""};
  return image;
}

std::string check(Code code, int magic = 30) {
  Image image = image_of(std::move(code), magic);
  const auto error = cut_and_validate(image, "f");
  return error ? error->message : "";
}

Code operator+(Code a, const Code& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const Code unit_end{op(Op::SETGLOBAL), 0, op(Op::STOP)};

// Main code alone.
std::string main_code(const Code& body, int magic = 30) { return check(body + unit_end, magic); }

// A unit with one function of `body` and `variables` captured: BRANCH over it,
// then push that many and close.
std::string function(const Code& body, int variables = 0, int magic = 30) {
  const auto size = static_cast<std::int32_t>(body.size());
  Code code{op(Op::BRANCH), size + 1};
  code = code + body;
  for (int i = 0; i < variables; ++i) code.push_back(op(i == 0 ? Op::CONST0 : Op::PUSHCONST0));
  const auto at = static_cast<std::int32_t>(code.size());
  code = code + Code{op(Op::CLOSURE), variables, 2 - (at + 2)};
  return check(code + unit_end, magic);
}

TEST(Validate, CutsUnits) {
  Image image = image_of({op(Op::CONST1), op(Op::SETGLOBAL), 0, op(Op::CONST2), op(Op::SETGLOBAL), 2, op(Op::CONST0),
                          op(Op::SETGLOBAL), 1, op(Op::STOP)});
  ASSERT_FALSE(cut_and_validate(image, "f"));
  ASSERT_EQ(image.units.size(), 3U);
  EXPECT_EQ(image.units[0].name, "A");
  EXPECT_EQ(image.units[0].end, 3U);
  EXPECT_EQ(image.units[1].name, "");
  EXPECT_EQ(image.units[1].begin, 3U);
  EXPECT_EQ(image.units[2].name, "B");
  EXPECT_EQ(image.units[2].begin, 6U);
  EXPECT_EQ(image.units[2].end, 10U);
}

TEST(Validate, AUnitThatEndsInARaise) {
  Image image = image_of({op(Op::CONST0), op(Op::RAISE), op(Op::STOP)});
  ASSERT_FALSE(cut_and_validate(image, "f"));
  ASSERT_EQ(image.units.size(), 1U);
  EXPECT_EQ(image.units[0].name, "");
}

TEST(Validate, Opcodes) {
  EXPECT_EQ(check({153}), "unknown opcode");
  EXPECT_EQ(check({-1}), "unknown opcode");
  EXPECT_EQ(check({op(Op::PERFORM)}), "unknown opcode");
  EXPECT_EQ(main_code({op(Op::CONST0), op(Op::PERFORM)}, 32), "");
  EXPECT_EQ(check({op(Op::EVENT)}), "instruction of the debugger");
  EXPECT_EQ(check({op(Op::BREAK)}), "instruction of the debugger");
  EXPECT_EQ(check({}), "the code does not end in STOP");
  EXPECT_EQ(check({op(Op::CONST0)}), "the code does not end in STOP");
  EXPECT_EQ(check({op(Op::STOP), op(Op::STOP)}), "STOP before the end of the code");
  for (const Code& code : {Code{op(Op::CONSTINT)}, Code{op(Op::C_CALLN), 1}, Code{op(Op::CLOSURE), 1}, Code{op(Op::BRANCH)},
                           Code{op(Op::SWITCH)}, Code{op(Op::SWITCH), 0x10001, 0}, Code{op(Op::CLOSUREREC), 1},
                           Code{op(Op::CLOSUREREC), 2, 0, 0}}) {
    EXPECT_EQ(check(code), "instruction cut short");
  }
  EXPECT_EQ(check({op(Op::SWITCH), 0}), "switch without a case");
}

TEST(Validate, Operands) {
  for (const Code& code : {Code{op(Op::ACC), -1}, Code{op(Op::POP), 1 << 24}, Code{op(Op::ENVACC), 0}, Code{op(Op::APPLY), 0},
                           Code{op(Op::ATOM), 256}, Code{op(Op::MAKEBLOCK), 0, 0}, Code{op(Op::MAKEBLOCK), 1, 256},
                           Code{op(Op::MAKEBLOCK1), -1}, Code{op(Op::MAKEFLOATBLOCK), 0}, Code{op(Op::GETFIELD), -1},
                           Code{op(Op::APPTERM), 0, 1}, Code{op(Op::CLOSUREREC), 0, 0}, Code{op(Op::CLOSUREREC), 1, -1, 0},
                           Code{op(Op::C_CALLN), 0, 0}, Code{op(Op::OFFSETCLOSURE), 1 << 24},
                           Code{op(Op::GETGLOBALFIELD), 0, -1}}) {
    EXPECT_EQ(check(code), "operand out of range");
  }
  EXPECT_EQ(main_code({op(Op::GETGLOBAL), 3}), "global out of range");
  EXPECT_EQ(main_code({op(Op::PUSHGETGLOBALFIELD), -1, 0}), "global out of range");
  EXPECT_EQ(main_code({op(Op::C_CALL1), 2}), "primitive out of range");
  EXPECT_EQ(main_code({op(Op::C_CALLN), 1, -1}), "primitive out of range");
  EXPECT_EQ(check({op(Op::CONST0), op(Op::SETGLOBAL), 0, op(Op::SETGLOBAL), 0, op(Op::STOP)}), "global set twice");
  EXPECT_EQ(check({op(Op::CONST0), op(Op::GRAB), 1}), "GRAB without its RESTART");
}

TEST(Validate, Labels) {
  const std::string wild = "label does not point at an instruction of the unit";
  EXPECT_EQ(main_code({op(Op::BRANCH), 1, op(Op::CONST0)}), "");
  EXPECT_EQ(main_code({op(Op::BRANCH), 2, op(Op::CONSTINT), 0}), wild);
  EXPECT_EQ(main_code({op(Op::BRANCH), -2}), wild);
  EXPECT_EQ(main_code({op(Op::BRANCH), 100}), wild);
  EXPECT_EQ(main_code({op(Op::BRANCHIF), -0x7fffffff - 1}), wild);
  EXPECT_EQ(main_code({op(Op::BEQ), 1, 0x7fffffff}), wild);
  EXPECT_EQ(main_code({op(Op::CONST0), op(Op::SWITCH), 0x10001, 2, 2}), "");
  EXPECT_EQ(main_code({op(Op::CONST0), op(Op::SWITCH), 0x10001, 2, 7}), wild);
  // Into another unit.
  EXPECT_EQ(check({op(Op::BRANCH), 3, op(Op::SETGLOBAL), 1, op(Op::CONST0), op(Op::SETGLOBAL), 0, op(Op::STOP)}), wild);
}

TEST(Validate, StackHeights) {
  const std::string shallow = "the stack is not as deep";
  EXPECT_EQ(main_code({op(Op::ACC0)}), shallow);
  EXPECT_EQ(main_code({op(Op::PUSHACC0), op(Op::POP), 1}), "");
  EXPECT_EQ(main_code({op(Op::PUSHACC1)}), shallow);
  EXPECT_EQ(main_code({op(Op::POP), 1}), shallow);
  EXPECT_EQ(main_code({op(Op::ADDINT)}), shallow);
  EXPECT_EQ(main_code({op(Op::MAKEBLOCK), 2, 0}), shallow);
  EXPECT_EQ(main_code({op(Op::C_CALL2), 0}), shallow);
  EXPECT_EQ(main_code({op(Op::GETMETHOD)}), shallow);
  EXPECT_EQ(main_code({op(Op::PUSH)}), "a unit ends with values on the stack");
  EXPECT_EQ(main_code({op(Op::BRANCHIF), 2, op(Op::PUSH)}), "paths meet with different stacks");
  // A loop that pushes.
  EXPECT_EQ(main_code({op(Op::PUSH), op(Op::BRANCHIF), -2}), "paths meet with different stacks");
}

TEST(Validate, Traps) {
  EXPECT_EQ(main_code({op(Op::PUSHTRAP), 3, op(Op::CONST0), op(Op::POPTRAP)}), "");
  EXPECT_EQ(main_code({op(Op::POPTRAP)}), "POPTRAP without a trap");
  EXPECT_EQ(main_code({op(Op::PUSHTRAP), 4, op(Op::PUSHCONST0), op(Op::POPTRAP), op(Op::CONST0)}), "POPTRAP without a trap");
  const std::string word = "access to a trap or a return address on the stack";
  EXPECT_EQ(main_code({op(Op::PUSHTRAP), 3, op(Op::ACC0), op(Op::POPTRAP)}), word);
  EXPECT_EQ(main_code({op(Op::PUSHTRAP), 4, op(Op::ASSIGN), 3, op(Op::POPTRAP)}), word);
  EXPECT_EQ(main_code({op(Op::PUSHTRAP), 4, op(Op::POP), 4, op(Op::CONST0)}), "the stack is not as deep");
  EXPECT_EQ(main_code({op(Op::PUSH), op(Op::PUSHTRAP), 4, op(Op::ACC), 4, op(Op::POPTRAP), op(Op::POP), 1}), "");
}

TEST(Validate, Applications) {
  const std::string wrong = "APPLY without a return address";
  EXPECT_EQ(main_code({op(Op::PUSH_RETADDR), 5, op(Op::PUSHCONST0), op(Op::CONST1), op(Op::APPLY), 1}), "");
  EXPECT_EQ(main_code({op(Op::PUSHCONST0), op(Op::APPLY), 1}), wrong);
  EXPECT_EQ(main_code({op(Op::PUSH_RETADDR), 5, op(Op::PUSHCONST0), op(Op::CONST1), op(Op::APPLY), 2}), wrong);
  // Returns to the target of the branch behind: as ocamlc writes it.
  EXPECT_EQ(main_code({op(Op::PUSH_RETADDR), 6, op(Op::PUSHCONST0), op(Op::APPLY), 1, op(Op::BRANCH), 1}), "");
  EXPECT_EQ(main_code({op(Op::PUSH_RETADDR), 5, op(Op::PUSHCONST0), op(Op::APPLY), 1, op(Op::CONST0)}),
            "APPLY does not return behind itself");
}

TEST(Validate, Functions) {
  EXPECT_EQ(function({op(Op::ACC0), op(Op::RETURN), 1}), "");
  EXPECT_EQ(function({op(Op::ACC0), op(Op::RETURN), 2}), "the function leaves with another stack height");
  EXPECT_EQ(function({op(Op::ACC1), op(Op::RETURN), 1}), "the stack is not as deep");
  EXPECT_EQ(function({op(Op::PUSHACC1), op(Op::APPTERM1), 2}), "");
  EXPECT_EQ(function({op(Op::PUSHACC1), op(Op::APPTERM1), 3}), "the function leaves with another stack height");
  EXPECT_EQ(function({op(Op::PUSHACC1), op(Op::APPTERM3), 2}), "the function leaves with another stack height");
  EXPECT_EQ(function({op(Op::PUSHTRAP), 3, op(Op::RETURN), 5, op(Op::RETURN), 1}), "the function leaves within a trap");
  EXPECT_EQ(function({op(Op::SETGLOBAL), 1, op(Op::RETURN), 1}), "label does not point at an instruction of the unit");
  EXPECT_EQ(function({op(Op::RESTART), op(Op::GRAB), 1, op(Op::RETURN), 2}), "a closure starts at RESTART");
  EXPECT_EQ(main_code({op(Op::RETURN), 0}), "the main code returns");
  EXPECT_EQ(main_code({op(Op::RESTART)}), "a closure starts at RESTART");
  EXPECT_EQ(main_code({op(Op::CONST0), op(Op::RESTART)}), "the code runs into a function's entry");
  EXPECT_EQ(check(Code{op(Op::BRANCH), 7, op(Op::RESTART), op(Op::GRAB), 1, op(Op::ACC1), op(Op::RETURN), 2} +
                  Code{op(Op::CLOSURE), 0, -7} + unit_end),
            "");
  // A closure of the main code's own instructions.
  EXPECT_EQ(main_code({op(Op::CLOSURE), 0, -2}), "code of two functions");
}

TEST(Validate, Environments) {
  const Code second{op(Op::ENVACC2), op(Op::RETURN), 1};
  EXPECT_EQ(function(second, 1), "");
  EXPECT_EQ(function(second, 0), "access beyond the environment");
  EXPECT_EQ(function({op(Op::ENVACC1), op(Op::RETURN), 1}, 1), "access beyond the environment");
  EXPECT_EQ(function({op(Op::ENVACC3), op(Op::RETURN), 1}, 1), "access beyond the environment");
  // One word less before 4.12.
  EXPECT_EQ(function({op(Op::ENVACC1), op(Op::RETURN), 1}, 1, 28), "");
  EXPECT_EQ(function(second, 1, 28), "access beyond the environment");
  EXPECT_EQ(main_code({op(Op::ENVACC1)}), "access beyond the environment");
  EXPECT_EQ(main_code({op(Op::OFFSETCLOSURE0)}), "access to a function that is not in the closure");
}

TEST(Validate, RecursiveClosures) {
  // Two functions; `body` is the first one's, the second returns its argument.
  const auto pair = [](const Code& body, int variables, int magic) {
    const auto size = static_cast<std::int32_t>(body.size());
    Code code = Code{op(Op::BRANCH), size + 4} + body + Code{op(Op::ACC0), op(Op::RETURN), 1};
    for (int i = 0; i < variables; ++i) code.push_back(op(i == 0 ? Op::CONST0 : Op::PUSHCONST0));
    const auto origin = static_cast<std::int32_t>(code.size()) + 3;
    code = code + Code{op(Op::CLOSUREREC), 2, variables, 2 - origin, 2 + size - origin, op(Op::POP), 2};
    return check(code + unit_end, magic);
  };
  const std::string no_sibling = "access to a function that is not in the closure";
  for (const int magic : {28, 30, 35}) {
    EXPECT_EQ(pair({op(Op::OFFSETCLOSURE3), op(Op::RETURN), 1}, 0, magic), "");
    EXPECT_EQ(pair({op(Op::OFFSETCLOSUREM3), op(Op::RETURN), 1}, 0, magic), no_sibling);
    EXPECT_EQ(pair({op(Op::OFFSETCLOSURE), 1, op(Op::RETURN), 1}, 0, magic), no_sibling);
  }
  EXPECT_EQ(pair({op(Op::ENVACC), 5, op(Op::RETURN), 1}, 1, 30), "");
  EXPECT_EQ(pair({op(Op::ENVACC), 5, op(Op::RETURN), 1}, 0, 30), "access beyond the environment");
  EXPECT_EQ(pair({op(Op::ENVACC), 3, op(Op::RETURN), 1}, 1, 28), "");
}

TEST(Validate, Effects) {
  const Code resume{op(Op::PUSHCONST0), op(Op::PUSHCONST0), op(Op::RESUME)};
  EXPECT_EQ(main_code(resume, 33), "");
  EXPECT_EQ(main_code(resume, 34), "the stack is not as deep");
  EXPECT_EQ(main_code(Code{op(Op::PUSHCONST0)} + resume, 34), "");
  EXPECT_EQ(function({op(Op::PUSHCONST0), op(Op::REPERFORMTERM), 2}, 0, 35), "");
  EXPECT_EQ(function({op(Op::PUSHCONST0), op(Op::PUSHCONST0), op(Op::RESUMETERM), 3}, 0, 35), "");
  EXPECT_EQ(function({op(Op::PUSHCONST0), op(Op::PUSHCONST0), op(Op::RESUMETERM), 2}, 0, 35),
            "the function leaves with another stack height");
}

} // namespace
} // namespace loo
