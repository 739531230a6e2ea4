#include "ir/decode.h"

namespace loo {

namespace {

Plain family(Op op, Op first, Op base, bool push, int origin) {
  return {base, push, true, static_cast<int>(op) - static_cast<int>(first) + origin};
}

bool between(Op op, Op first, Op last) { return op >= first && op <= last; }

} // namespace

Plain plain_form(Op op) {
  if (between(op, Op::ACC0, Op::ACC7)) return family(op, Op::ACC0, Op::ACC, false, 0);
  if (between(op, Op::PUSHACC0, Op::PUSHACC7)) return family(op, Op::PUSHACC0, Op::ACC, true, 0);
  if (between(op, Op::ENVACC1, Op::ENVACC4)) return family(op, Op::ENVACC1, Op::ENVACC, false, 1);
  if (between(op, Op::PUSHENVACC1, Op::PUSHENVACC4)) return family(op, Op::PUSHENVACC1, Op::ENVACC, true, 1);
  if (between(op, Op::APPLY1, Op::APPLY3)) return family(op, Op::APPLY1, Op::APPLY1, false, 1);
  if (between(op, Op::APPTERM1, Op::APPTERM3)) return family(op, Op::APPTERM1, Op::APPTERM1, false, 1);
  if (between(op, Op::MAKEBLOCK1, Op::MAKEBLOCK3)) return family(op, Op::MAKEBLOCK1, Op::MAKEBLOCK1, false, 1);
  if (between(op, Op::GETFIELD0, Op::GETFIELD3)) return family(op, Op::GETFIELD0, Op::GETFIELD, false, 0);
  if (between(op, Op::SETFIELD0, Op::SETFIELD3)) return family(op, Op::SETFIELD0, Op::SETFIELD, false, 0);
  if (between(op, Op::CONST0, Op::CONST3)) return family(op, Op::CONST0, Op::CONSTINT, false, 0);
  if (between(op, Op::PUSHCONST0, Op::PUSHCONST3)) return family(op, Op::PUSHCONST0, Op::CONSTINT, true, 0);
  if (between(op, Op::C_CALL1, Op::C_CALL5)) return family(op, Op::C_CALL1, Op::C_CALL1, false, 1);
  switch (op) {
  case Op::PUSHACC: return {Op::ACC, true, false, 0};
  case Op::PUSHENVACC: return {Op::ENVACC, true, false, 0};
  case Op::OFFSETCLOSUREM3: return {Op::OFFSETCLOSURE, false, true, -1};
  case Op::OFFSETCLOSURE0: return {Op::OFFSETCLOSURE, false, true, 0};
  case Op::OFFSETCLOSURE3: return {Op::OFFSETCLOSURE, false, true, 1};
  case Op::PUSHOFFSETCLOSUREM3: return {Op::OFFSETCLOSURE, true, true, -1};
  case Op::PUSHOFFSETCLOSURE0: return {Op::OFFSETCLOSURE, true, true, 0};
  case Op::PUSHOFFSETCLOSURE3: return {Op::OFFSETCLOSURE, true, true, 1};
  case Op::PUSHOFFSETCLOSURE: return {Op::OFFSETCLOSURE, true, false, 0};
  case Op::PUSHGETGLOBAL: return {Op::GETGLOBAL, true, false, 0};
  case Op::PUSHGETGLOBALFIELD: return {Op::GETGLOBALFIELD, true, false, 0};
  case Op::ATOM0: return {Op::ATOM, false, true, 0};
  case Op::PUSHATOM0: return {Op::ATOM, true, true, 0};
  case Op::PUSHATOM: return {Op::ATOM, true, false, 0};
  case Op::PUSHCONSTINT: return {Op::CONSTINT, true, false, 0};
  default: return {op, false, false, 0};
  }
}

} // namespace loo
