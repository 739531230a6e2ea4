(* 250 variables that are live at once in one function, some across a loop, a
   try, a closure, and calls; and the same as mutable refs. *)

let step x y = ((x * 3) + y) land 0xFFFF

let live seed =
  let v0 = step seed 0 in
  let v1 = step seed 17 in
  let v2 = step seed 34 in
  let v3 = step seed 51 in
  let v4 = step seed 68 in
  let v5 = step seed 85 in
  let v6 = step seed 102 in
  let v7 = step seed 119 in
  let v8 = step seed 136 in
  let v9 = step seed 153 in
  let v10 = step seed 170 in
  let v11 = step seed 187 in
  let v12 = step seed 204 in
  let v13 = step seed 221 in
  let v14 = step seed 238 in
  let v15 = step seed 4 in
  let v16 = step seed 21 in
  let v17 = step seed 38 in
  let v18 = step seed 55 in
  let v19 = step seed 72 in
  let v20 = step seed 89 in
  let v21 = step seed 106 in
  let v22 = step seed 123 in
  let v23 = step seed 140 in
  let v24 = step seed 157 in
  let v25 = step seed 174 in
  let v26 = step seed 191 in
  let v27 = step seed 208 in
  let v28 = step seed 225 in
  let v29 = step seed 242 in
  let v30 = step seed 8 in
  let v31 = step seed 25 in
  let v32 = step seed 42 in
  let v33 = step seed 59 in
  let v34 = step seed 76 in
  let v35 = step seed 93 in
  let v36 = step seed 110 in
  let v37 = step seed 127 in
  let v38 = step seed 144 in
  let v39 = step seed 161 in
  let v40 = step seed 178 in
  let v41 = step seed 195 in
  let v42 = step seed 212 in
  let v43 = step seed 229 in
  let v44 = step seed 246 in
  let v45 = step seed 12 in
  let v46 = step seed 29 in
  let v47 = step seed 46 in
  let v48 = step seed 63 in
  let v49 = step seed 80 in
  let v50 = step seed 97 in
  let v51 = step seed 114 in
  let v52 = step seed 131 in
  let v53 = step seed 148 in
  let v54 = step seed 165 in
  let v55 = step seed 182 in
  let v56 = step seed 199 in
  let v57 = step seed 216 in
  let v58 = step seed 233 in
  let v59 = step seed 250 in
  let v60 = step seed 16 in
  let v61 = step seed 33 in
  let v62 = step seed 50 in
  let v63 = step seed 67 in
  let v64 = step seed 84 in
  let v65 = step seed 101 in
  let v66 = step seed 118 in
  let v67 = step seed 135 in
  let v68 = step seed 152 in
  let v69 = step seed 169 in
  let v70 = step seed 186 in
  let v71 = step seed 203 in
  let v72 = step seed 220 in
  let v73 = step seed 237 in
  let v74 = step seed 3 in
  let v75 = step seed 20 in
  let v76 = step seed 37 in
  let v77 = step seed 54 in
  let v78 = step seed 71 in
  let v79 = step seed 88 in
  let v80 = step seed 105 in
  let v81 = step seed 122 in
  let v82 = step seed 139 in
  let v83 = step seed 156 in
  let v84 = step seed 173 in
  let v85 = step seed 190 in
  let v86 = step seed 207 in
  let v87 = step seed 224 in
  let v88 = step seed 241 in
  let v89 = step seed 7 in
  let v90 = step seed 24 in
  let v91 = step seed 41 in
  let v92 = step seed 58 in
  let v93 = step seed 75 in
  let v94 = step seed 92 in
  let v95 = step seed 109 in
  let v96 = step seed 126 in
  let v97 = step seed 143 in
  let v98 = step seed 160 in
  let v99 = step seed 177 in
  let v100 = step seed 194 in
  let v101 = step seed 211 in
  let v102 = step seed 228 in
  let v103 = step seed 245 in
  let v104 = step seed 11 in
  let v105 = step seed 28 in
  let v106 = step seed 45 in
  let v107 = step seed 62 in
  let v108 = step seed 79 in
  let v109 = step seed 96 in
  let v110 = step seed 113 in
  let v111 = step seed 130 in
  let v112 = step seed 147 in
  let v113 = step seed 164 in
  let v114 = step seed 181 in
  let v115 = step seed 198 in
  let v116 = step seed 215 in
  let v117 = step seed 232 in
  let v118 = step seed 249 in
  let v119 = step seed 15 in
  let v120 = step seed 32 in
  let v121 = step seed 49 in
  let v122 = step seed 66 in
  let v123 = step seed 83 in
  let v124 = step seed 100 in
  let v125 = step seed 117 in
  let v126 = step seed 134 in
  let v127 = step seed 151 in
  let v128 = step seed 168 in
  let v129 = step seed 185 in
  let v130 = step seed 202 in
  let v131 = step seed 219 in
  let v132 = step seed 236 in
  let v133 = step seed 2 in
  let v134 = step seed 19 in
  let v135 = step seed 36 in
  let v136 = step seed 53 in
  let v137 = step seed 70 in
  let v138 = step seed 87 in
  let v139 = step seed 104 in
  let v140 = step seed 121 in
  let v141 = step seed 138 in
  let v142 = step seed 155 in
  let v143 = step seed 172 in
  let v144 = step seed 189 in
  let v145 = step seed 206 in
  let v146 = step seed 223 in
  let v147 = step seed 240 in
  let v148 = step seed 6 in
  let v149 = step seed 23 in
  let v150 = step seed 40 in
  let v151 = step seed 57 in
  let v152 = step seed 74 in
  let v153 = step seed 91 in
  let v154 = step seed 108 in
  let v155 = step seed 125 in
  let v156 = step seed 142 in
  let v157 = step seed 159 in
  let v158 = step seed 176 in
  let v159 = step seed 193 in
  let v160 = step seed 210 in
  let v161 = step seed 227 in
  let v162 = step seed 244 in
  let v163 = step seed 10 in
  let v164 = step seed 27 in
  let v165 = step seed 44 in
  let v166 = step seed 61 in
  let v167 = step seed 78 in
  let v168 = step seed 95 in
  let v169 = step seed 112 in
  let v170 = step seed 129 in
  let v171 = step seed 146 in
  let v172 = step seed 163 in
  let v173 = step seed 180 in
  let v174 = step seed 197 in
  let v175 = step seed 214 in
  let v176 = step seed 231 in
  let v177 = step seed 248 in
  let v178 = step seed 14 in
  let v179 = step seed 31 in
  let v180 = step seed 48 in
  let v181 = step seed 65 in
  let v182 = step seed 82 in
  let v183 = step seed 99 in
  let v184 = step seed 116 in
  let v185 = step seed 133 in
  let v186 = step seed 150 in
  let v187 = step seed 167 in
  let v188 = step seed 184 in
  let v189 = step seed 201 in
  let v190 = step seed 218 in
  let v191 = step seed 235 in
  let v192 = step seed 1 in
  let v193 = step seed 18 in
  let v194 = step seed 35 in
  let v195 = step seed 52 in
  let v196 = step seed 69 in
  let v197 = step seed 86 in
  let v198 = step seed 103 in
  let v199 = step seed 120 in
  let v200 = step seed 137 in
  let v201 = step seed 154 in
  let v202 = step seed 171 in
  let v203 = step seed 188 in
  let v204 = step seed 205 in
  let v205 = step seed 222 in
  let v206 = step seed 239 in
  let v207 = step seed 5 in
  let v208 = step seed 22 in
  let v209 = step seed 39 in
  let v210 = step seed 56 in
  let v211 = step seed 73 in
  let v212 = step seed 90 in
  let v213 = step seed 107 in
  let v214 = step seed 124 in
  let v215 = step seed 141 in
  let v216 = step seed 158 in
  let v217 = step seed 175 in
  let v218 = step seed 192 in
  let v219 = step seed 209 in
  let v220 = step seed 226 in
  let v221 = step seed 243 in
  let v222 = step seed 9 in
  let v223 = step seed 26 in
  let v224 = step seed 43 in
  let v225 = step seed 60 in
  let v226 = step seed 77 in
  let v227 = step seed 94 in
  let v228 = step seed 111 in
  let v229 = step seed 128 in
  let v230 = step seed 145 in
  let v231 = step seed 162 in
  let v232 = step seed 179 in
  let v233 = step seed 196 in
  let v234 = step seed 213 in
  let v235 = step seed 230 in
  let v236 = step seed 247 in
  let v237 = step seed 13 in
  let v238 = step seed 30 in
  let v239 = step seed 47 in
  let v240 = step seed 64 in
  let v241 = step seed 81 in
  let v242 = step seed 98 in
  let v243 = step seed 115 in
  let v244 = step seed 132 in
  let v245 = step seed 149 in
  let v246 = step seed 166 in
  let v247 = step seed 183 in
  let v248 = step seed 200 in
  let v249 = step seed 217 in
  let sum = ref 0 in
  for i = 1 to 3 do
    sum := !sum + (try if i = 2 then raise Exit else v0 + v249 with Exit -> v100 - v50)
  done;
  let f k = k + v1 + v63 + v64 + v127 + v128 + v199 + v200 + v201 + v248 in
  let a =
    (v0 lxor 0) + v1 + (v2 lxor 2) + v3 + (v4 lxor 4) + v5 + (v6 lxor 6) + v7 + (v8 lxor 8) + v9 +
    (v10 lxor 10) + v11 + (v12 lxor 12) + v13 + (v14 lxor 14) + v15 + (v16 lxor 16) + v17 + (v18 lxor 18) +
    v19 + (v20 lxor 20) + v21 + (v22 lxor 22) + v23 + (v24 lxor 24) + v25 + (v26 lxor 26) + v27 +
    (v28 lxor 28) + v29 + (v30 lxor 30) + v31 + (v32 lxor 32) + v33 + (v34 lxor 34) + v35 + (v36 lxor 36) +
    v37 + (v38 lxor 38) + v39 + (v40 lxor 40) + v41 + (v42 lxor 42) + v43 + (v44 lxor 44) + v45 +
    (v46 lxor 46) + v47 + (v48 lxor 48) + v49 + (v50 lxor 50) + v51 + (v52 lxor 52) + v53 + (v54 lxor 54) +
    v55 + (v56 lxor 56) + v57 + (v58 lxor 58) + v59 + (v60 lxor 60) + v61 + (v62 lxor 62) + v63 +
    (v64 lxor 64) + v65 + (v66 lxor 66) + v67 + (v68 lxor 68) + v69 + (v70 lxor 70) + v71 + (v72 lxor 72) +
    v73 + (v74 lxor 74) + v75 + (v76 lxor 76) + v77 + (v78 lxor 78) + v79 + (v80 lxor 80) + v81 +
    (v82 lxor 82) + v83 + (v84 lxor 84) + v85 + (v86 lxor 86) + v87 + (v88 lxor 88) + v89 + (v90 lxor 90) +
    v91 + (v92 lxor 92) + v93 + (v94 lxor 94) + v95 + (v96 lxor 96) + v97 + (v98 lxor 98) + v99 +
    (v100 lxor 100) + v101 + (v102 lxor 102) + v103 + (v104 lxor 104) + v105 + (v106 lxor 106) + v107 +
    (v108 lxor 108) + v109 + (v110 lxor 110) + v111 + (v112 lxor 112) + v113 + (v114 lxor 114) + v115 +
    (v116 lxor 116) + v117 + (v118 lxor 118) + v119 + (v120 lxor 120) + v121 + (v122 lxor 122) + v123 +
    (v124 lxor 124) + v125 + (v126 lxor 126) + v127 + (v128 lxor 128) + v129 + (v130 lxor 130) + v131 +
    (v132 lxor 132) + v133 + (v134 lxor 134) + v135 + (v136 lxor 136) + v137 + (v138 lxor 138) + v139 +
    (v140 lxor 140) + v141 + (v142 lxor 142) + v143 + (v144 lxor 144) + v145 + (v146 lxor 146) + v147 +
    (v148 lxor 148) + v149 + (v150 lxor 150) + v151 + (v152 lxor 152) + v153 + (v154 lxor 154) + v155 +
    (v156 lxor 156) + v157 + (v158 lxor 158) + v159 + (v160 lxor 160) + v161 + (v162 lxor 162) + v163 +
    (v164 lxor 164) + v165 + (v166 lxor 166) + v167 + (v168 lxor 168) + v169 + (v170 lxor 170) + v171 +
    (v172 lxor 172) + v173 + (v174 lxor 174) + v175 + (v176 lxor 176) + v177 + (v178 lxor 178) + v179 +
    (v180 lxor 180) + v181 + (v182 lxor 182) + v183 + (v184 lxor 184) + v185 + (v186 lxor 186) + v187 +
    (v188 lxor 188) + v189 + (v190 lxor 190) + v191 + (v192 lxor 192) + v193 + (v194 lxor 194) + v195 +
    (v196 lxor 196) + v197 + (v198 lxor 198) + v199 + (v200 lxor 200) + v201 + (v202 lxor 202) + v203 +
    (v204 lxor 204) + v205 + (v206 lxor 206) + v207 + (v208 lxor 208) + v209 + (v210 lxor 210) + v211 +
    (v212 lxor 212) + v213 + (v214 lxor 214) + v215 + (v216 lxor 216) + v217 + (v218 lxor 218) + v219 +
    (v220 lxor 220) + v221 + (v222 lxor 222) + v223 + (v224 lxor 224) + v225 + (v226 lxor 226) + v227 +
    (v228 lxor 228) + v229 + (v230 lxor 230) + v231 + (v232 lxor 232) + v233 + (v234 lxor 234) + v235 +
    (v236 lxor 236) + v237 + (v238 lxor 238) + v239 + (v240 lxor 240) + v241 + (v242 lxor 242) + v243 +
    (v244 lxor 244) + v245 + (v246 lxor 246) + v247 + (v248 lxor 248) +
    v249
  in
  let b =
    v248 - v247 - v246 - v245 - v244 - v243 - v242 - v241 - v240 - v239 - v238 - v237 - v236 - v235 - v234 -
    v233 - v232 - v231 - v230 - v229 - v228 - v227 - v226 - v225 - v224 - v223 - v222 - v221 - v220 - v219 -
    v218 - v217 - v216 - v215 - v214 - v213 - v212 - v211 - v210 - v209 - v208 - v207 - v206 - v205 - v204 -
    v203 - v202 - v201 - v200 - v199 - v198 - v197 - v196 - v195 - v194 - v193 - v192 - v191 - v190 - v189 -
    v188 - v187 - v186 - v185 - v184 - v183 - v182 - v181 - v180 - v179 - v178 - v177 - v176 - v175 - v174 -
    v173 - v172 - v171 - v170 - v169 - v168 - v167 - v166 - v165 - v164 - v163 - v162 - v161 - v160 - v159 -
    v158 - v157 - v156 - v155 - v154 - v153 - v152 - v151 - v150 - v149 - v148 - v147 - v146 - v145 - v144 -
    v143 - v142 - v141 - v140 - v139 - v138 - v137 - v136 - v135 - v134 - v133 - v132 - v131 - v130 - v129 -
    v128 - v127 - v126 - v125 - v124 - v123 - v122 - v121 - v120 - v119 - v118 - v117 - v116 - v115 - v114 -
    v113 - v112 - v111 - v110 - v109 - v108 - v107 - v106 - v105 - v104 - v103 - v102 - v101 - v100 - v99 -
    v98 - v97 - v96 - v95 - v94 - v93 - v92 - v91 - v90 - v89 - v88 - v87 - v86 - v85 - v84 - v83 - v82 -
    v81 - v80 - v79 - v78 - v77 - v76 - v75 - v74 - v73 - v72 - v71 - v70 - v69 - v68 - v67 - v66 - v65 -
    v64 - v63 - v62 - v61 - v60 - v59 - v58 - v57 - v56 - v55 - v54 - v53 - v52 - v51 - v50 - v49 - v48 -
    v47 - v46 - v45 - v44 - v43 - v42 - v41 - v40 - v39 - v38 - v37 - v36 - v35 - v34 - v33 - v32 - v31 -
    v30 - v29 - v28 - v27 - v26 - v25 - v24 - v23 - v22 - v21 - v20 - v19 - v18 - v17 - v16 - v15 - v14 -
    v13 - v12 - v11 - v10 - v9 - v8 - v7 - v6 - v5 - v4 - v3 - v2 - v1 - v0 - f 0
  in
  [a; b; !sum; f 1; f 2]

let mutables seed =
  let r0 = ref (step seed 0) in
  let r1 = ref (step seed 1) in
  let r2 = ref (step seed 2) in
  let r3 = ref (step seed 3) in
  let r4 = ref (step seed 4) in
  let r5 = ref (step seed 5) in
  let r6 = ref (step seed 6) in
  let r7 = ref (step seed 7) in
  let r8 = ref (step seed 8) in
  let r9 = ref (step seed 9) in
  let r10 = ref (step seed 10) in
  let r11 = ref (step seed 11) in
  let r12 = ref (step seed 12) in
  let r13 = ref (step seed 13) in
  let r14 = ref (step seed 14) in
  let r15 = ref (step seed 15) in
  let r16 = ref (step seed 16) in
  let r17 = ref (step seed 17) in
  let r18 = ref (step seed 18) in
  let r19 = ref (step seed 19) in
  let r20 = ref (step seed 20) in
  let r21 = ref (step seed 21) in
  let r22 = ref (step seed 22) in
  let r23 = ref (step seed 23) in
  let r24 = ref (step seed 24) in
  let r25 = ref (step seed 25) in
  let r26 = ref (step seed 26) in
  let r27 = ref (step seed 27) in
  let r28 = ref (step seed 28) in
  let r29 = ref (step seed 29) in
  let r30 = ref (step seed 30) in
  let r31 = ref (step seed 31) in
  let r32 = ref (step seed 32) in
  let r33 = ref (step seed 33) in
  let r34 = ref (step seed 34) in
  let r35 = ref (step seed 35) in
  let r36 = ref (step seed 36) in
  let r37 = ref (step seed 37) in
  let r38 = ref (step seed 38) in
  let r39 = ref (step seed 39) in
  let r40 = ref (step seed 40) in
  let r41 = ref (step seed 41) in
  let r42 = ref (step seed 42) in
  let r43 = ref (step seed 43) in
  let r44 = ref (step seed 44) in
  let r45 = ref (step seed 45) in
  let r46 = ref (step seed 46) in
  let r47 = ref (step seed 47) in
  let r48 = ref (step seed 48) in
  let r49 = ref (step seed 49) in
  let r50 = ref (step seed 50) in
  let r51 = ref (step seed 51) in
  let r52 = ref (step seed 52) in
  let r53 = ref (step seed 53) in
  let r54 = ref (step seed 54) in
  let r55 = ref (step seed 55) in
  let r56 = ref (step seed 56) in
  let r57 = ref (step seed 57) in
  let r58 = ref (step seed 58) in
  let r59 = ref (step seed 59) in
  let r60 = ref (step seed 60) in
  let r61 = ref (step seed 61) in
  let r62 = ref (step seed 62) in
  let r63 = ref (step seed 63) in
  let r64 = ref (step seed 64) in
  let r65 = ref (step seed 65) in
  let r66 = ref (step seed 66) in
  let r67 = ref (step seed 67) in
  let r68 = ref (step seed 68) in
  let r69 = ref (step seed 69) in
  let r70 = ref (step seed 70) in
  let r71 = ref (step seed 71) in
  let r72 = ref (step seed 72) in
  let r73 = ref (step seed 73) in
  let r74 = ref (step seed 74) in
  let r75 = ref (step seed 75) in
  let r76 = ref (step seed 76) in
  let r77 = ref (step seed 77) in
  let r78 = ref (step seed 78) in
  let r79 = ref (step seed 79) in
  let r80 = ref (step seed 80) in
  let r81 = ref (step seed 81) in
  let r82 = ref (step seed 82) in
  let r83 = ref (step seed 83) in
  let r84 = ref (step seed 84) in
  let r85 = ref (step seed 85) in
  let r86 = ref (step seed 86) in
  let r87 = ref (step seed 87) in
  let r88 = ref (step seed 88) in
  let r89 = ref (step seed 89) in
  let r90 = ref (step seed 90) in
  let r91 = ref (step seed 91) in
  let r92 = ref (step seed 92) in
  let r93 = ref (step seed 93) in
  let r94 = ref (step seed 94) in
  let r95 = ref (step seed 95) in
  let r96 = ref (step seed 96) in
  let r97 = ref (step seed 97) in
  let r98 = ref (step seed 98) in
  let r99 = ref (step seed 99) in
  let r100 = ref (step seed 100) in
  let r101 = ref (step seed 101) in
  let r102 = ref (step seed 102) in
  let r103 = ref (step seed 103) in
  let r104 = ref (step seed 104) in
  let r105 = ref (step seed 105) in
  let r106 = ref (step seed 106) in
  let r107 = ref (step seed 107) in
  let r108 = ref (step seed 108) in
  let r109 = ref (step seed 109) in
  let r110 = ref (step seed 110) in
  let r111 = ref (step seed 111) in
  let r112 = ref (step seed 112) in
  let r113 = ref (step seed 113) in
  let r114 = ref (step seed 114) in
  let r115 = ref (step seed 115) in
  let r116 = ref (step seed 116) in
  let r117 = ref (step seed 117) in
  let r118 = ref (step seed 118) in
  let r119 = ref (step seed 119) in
  let r120 = ref (step seed 120) in
  let r121 = ref (step seed 121) in
  let r122 = ref (step seed 122) in
  let r123 = ref (step seed 123) in
  let r124 = ref (step seed 124) in
  let r125 = ref (step seed 125) in
  let r126 = ref (step seed 126) in
  let r127 = ref (step seed 127) in
  let r128 = ref (step seed 128) in
  let r129 = ref (step seed 129) in
  let r130 = ref (step seed 130) in
  let r131 = ref (step seed 131) in
  let r132 = ref (step seed 132) in
  let r133 = ref (step seed 133) in
  let r134 = ref (step seed 134) in
  let r135 = ref (step seed 135) in
  let r136 = ref (step seed 136) in
  let r137 = ref (step seed 137) in
  let r138 = ref (step seed 138) in
  let r139 = ref (step seed 139) in
  let r140 = ref (step seed 140) in
  let r141 = ref (step seed 141) in
  let r142 = ref (step seed 142) in
  let r143 = ref (step seed 143) in
  let r144 = ref (step seed 144) in
  let r145 = ref (step seed 145) in
  let r146 = ref (step seed 146) in
  let r147 = ref (step seed 147) in
  let r148 = ref (step seed 148) in
  let r149 = ref (step seed 149) in
  let r150 = ref (step seed 150) in
  let r151 = ref (step seed 151) in
  let r152 = ref (step seed 152) in
  let r153 = ref (step seed 153) in
  let r154 = ref (step seed 154) in
  let r155 = ref (step seed 155) in
  let r156 = ref (step seed 156) in
  let r157 = ref (step seed 157) in
  let r158 = ref (step seed 158) in
  let r159 = ref (step seed 159) in
  let r160 = ref (step seed 160) in
  let r161 = ref (step seed 161) in
  let r162 = ref (step seed 162) in
  let r163 = ref (step seed 163) in
  let r164 = ref (step seed 164) in
  let r165 = ref (step seed 165) in
  let r166 = ref (step seed 166) in
  let r167 = ref (step seed 167) in
  let r168 = ref (step seed 168) in
  let r169 = ref (step seed 169) in
  let r170 = ref (step seed 170) in
  let r171 = ref (step seed 171) in
  let r172 = ref (step seed 172) in
  let r173 = ref (step seed 173) in
  let r174 = ref (step seed 174) in
  let r175 = ref (step seed 175) in
  let r176 = ref (step seed 176) in
  let r177 = ref (step seed 177) in
  let r178 = ref (step seed 178) in
  let r179 = ref (step seed 179) in
  let r180 = ref (step seed 180) in
  let r181 = ref (step seed 181) in
  let r182 = ref (step seed 182) in
  let r183 = ref (step seed 183) in
  let r184 = ref (step seed 184) in
  let r185 = ref (step seed 185) in
  let r186 = ref (step seed 186) in
  let r187 = ref (step seed 187) in
  let r188 = ref (step seed 188) in
  let r189 = ref (step seed 189) in
  let r190 = ref (step seed 190) in
  let r191 = ref (step seed 191) in
  let r192 = ref (step seed 192) in
  let r193 = ref (step seed 193) in
  let r194 = ref (step seed 194) in
  let r195 = ref (step seed 195) in
  let r196 = ref (step seed 196) in
  let r197 = ref (step seed 197) in
  let r198 = ref (step seed 198) in
  let r199 = ref (step seed 199) in
  let r200 = ref (step seed 200) in
  let r201 = ref (step seed 201) in
  let r202 = ref (step seed 202) in
  let r203 = ref (step seed 203) in
  let r204 = ref (step seed 204) in
  let r205 = ref (step seed 205) in
  let r206 = ref (step seed 206) in
  let r207 = ref (step seed 207) in
  let r208 = ref (step seed 208) in
  let r209 = ref (step seed 209) in
  let r210 = ref (step seed 210) in
  let r211 = ref (step seed 211) in
  let r212 = ref (step seed 212) in
  let r213 = ref (step seed 213) in
  let r214 = ref (step seed 214) in
  let r215 = ref (step seed 215) in
  let r216 = ref (step seed 216) in
  let r217 = ref (step seed 217) in
  let r218 = ref (step seed 218) in
  let r219 = ref (step seed 219) in
  let r220 = ref (step seed 220) in
  let r221 = ref (step seed 221) in
  let r222 = ref (step seed 222) in
  let r223 = ref (step seed 223) in
  let r224 = ref (step seed 224) in
  let r225 = ref (step seed 225) in
  let r226 = ref (step seed 226) in
  let r227 = ref (step seed 227) in
  let r228 = ref (step seed 228) in
  let r229 = ref (step seed 229) in
  for i = 1 to 5 do
    r0 := step !r1 (i + !r0);
    r1 := step !r2 (i + !r7);
    r2 := step !r3 (i + !r14);
    r3 := step !r4 (i + !r21);
    r4 := step !r5 (i + !r28);
    r5 := step !r6 (i + !r35);
    r6 := step !r7 (i + !r42);
    r7 := step !r8 (i + !r49);
    r8 := step !r9 (i + !r56);
    r9 := step !r10 (i + !r63);
    r10 := step !r11 (i + !r70);
    r11 := step !r12 (i + !r77);
    r12 := step !r13 (i + !r84);
    r13 := step !r14 (i + !r91);
    r14 := step !r15 (i + !r98);
    r15 := step !r16 (i + !r105);
    r16 := step !r17 (i + !r112);
    r17 := step !r18 (i + !r119);
    r18 := step !r19 (i + !r126);
    r19 := step !r20 (i + !r133);
    r20 := step !r21 (i + !r140);
    r21 := step !r22 (i + !r147);
    r22 := step !r23 (i + !r154);
    r23 := step !r24 (i + !r161);
    r24 := step !r25 (i + !r168);
    r25 := step !r26 (i + !r175);
    r26 := step !r27 (i + !r182);
    r27 := step !r28 (i + !r189);
    r28 := step !r29 (i + !r196);
    r29 := step !r30 (i + !r203);
    r30 := step !r31 (i + !r210);
    r31 := step !r32 (i + !r217);
    r32 := step !r33 (i + !r224);
    r33 := step !r34 (i + !r1);
    r34 := step !r35 (i + !r8);
    r35 := step !r36 (i + !r15);
    r36 := step !r37 (i + !r22);
    r37 := step !r38 (i + !r29);
    r38 := step !r39 (i + !r36);
    r39 := step !r40 (i + !r43);
    r40 := step !r41 (i + !r50);
    r41 := step !r42 (i + !r57);
    r42 := step !r43 (i + !r64);
    r43 := step !r44 (i + !r71);
    r44 := step !r45 (i + !r78);
    r45 := step !r46 (i + !r85);
    r46 := step !r47 (i + !r92);
    r47 := step !r48 (i + !r99);
    r48 := step !r49 (i + !r106);
    r49 := step !r50 (i + !r113);
    r50 := step !r51 (i + !r120);
    r51 := step !r52 (i + !r127);
    r52 := step !r53 (i + !r134);
    r53 := step !r54 (i + !r141);
    r54 := step !r55 (i + !r148);
    r55 := step !r56 (i + !r155);
    r56 := step !r57 (i + !r162);
    r57 := step !r58 (i + !r169);
    r58 := step !r59 (i + !r176);
    r59 := step !r60 (i + !r183);
    r60 := step !r61 (i + !r190);
    r61 := step !r62 (i + !r197);
    r62 := step !r63 (i + !r204);
    r63 := step !r64 (i + !r211);
    r64 := step !r65 (i + !r218);
    r65 := step !r66 (i + !r225);
    r66 := step !r67 (i + !r2);
    r67 := step !r68 (i + !r9);
    r68 := step !r69 (i + !r16);
    r69 := step !r70 (i + !r23);
    r70 := step !r71 (i + !r30);
    r71 := step !r72 (i + !r37);
    r72 := step !r73 (i + !r44);
    r73 := step !r74 (i + !r51);
    r74 := step !r75 (i + !r58);
    r75 := step !r76 (i + !r65);
    r76 := step !r77 (i + !r72);
    r77 := step !r78 (i + !r79);
    r78 := step !r79 (i + !r86);
    r79 := step !r80 (i + !r93);
    r80 := step !r81 (i + !r100);
    r81 := step !r82 (i + !r107);
    r82 := step !r83 (i + !r114);
    r83 := step !r84 (i + !r121);
    r84 := step !r85 (i + !r128);
    r85 := step !r86 (i + !r135);
    r86 := step !r87 (i + !r142);
    r87 := step !r88 (i + !r149);
    r88 := step !r89 (i + !r156);
    r89 := step !r90 (i + !r163);
    r90 := step !r91 (i + !r170);
    r91 := step !r92 (i + !r177);
    r92 := step !r93 (i + !r184);
    r93 := step !r94 (i + !r191);
    r94 := step !r95 (i + !r198);
    r95 := step !r96 (i + !r205);
    r96 := step !r97 (i + !r212);
    r97 := step !r98 (i + !r219);
    r98 := step !r99 (i + !r226);
    r99 := step !r100 (i + !r3);
    r100 := step !r101 (i + !r10);
    r101 := step !r102 (i + !r17);
    r102 := step !r103 (i + !r24);
    r103 := step !r104 (i + !r31);
    r104 := step !r105 (i + !r38);
    r105 := step !r106 (i + !r45);
    r106 := step !r107 (i + !r52);
    r107 := step !r108 (i + !r59);
    r108 := step !r109 (i + !r66);
    r109 := step !r110 (i + !r73);
    r110 := step !r111 (i + !r80);
    r111 := step !r112 (i + !r87);
    r112 := step !r113 (i + !r94);
    r113 := step !r114 (i + !r101);
    r114 := step !r115 (i + !r108);
    r115 := step !r116 (i + !r115);
    r116 := step !r117 (i + !r122);
    r117 := step !r118 (i + !r129);
    r118 := step !r119 (i + !r136);
    r119 := step !r120 (i + !r143);
    r120 := step !r121 (i + !r150);
    r121 := step !r122 (i + !r157);
    r122 := step !r123 (i + !r164);
    r123 := step !r124 (i + !r171);
    r124 := step !r125 (i + !r178);
    r125 := step !r126 (i + !r185);
    r126 := step !r127 (i + !r192);
    r127 := step !r128 (i + !r199);
    r128 := step !r129 (i + !r206);
    r129 := step !r130 (i + !r213);
    r130 := step !r131 (i + !r220);
    r131 := step !r132 (i + !r227);
    r132 := step !r133 (i + !r4);
    r133 := step !r134 (i + !r11);
    r134 := step !r135 (i + !r18);
    r135 := step !r136 (i + !r25);
    r136 := step !r137 (i + !r32);
    r137 := step !r138 (i + !r39);
    r138 := step !r139 (i + !r46);
    r139 := step !r140 (i + !r53);
    r140 := step !r141 (i + !r60);
    r141 := step !r142 (i + !r67);
    r142 := step !r143 (i + !r74);
    r143 := step !r144 (i + !r81);
    r144 := step !r145 (i + !r88);
    r145 := step !r146 (i + !r95);
    r146 := step !r147 (i + !r102);
    r147 := step !r148 (i + !r109);
    r148 := step !r149 (i + !r116);
    r149 := step !r150 (i + !r123);
    r150 := step !r151 (i + !r130);
    r151 := step !r152 (i + !r137);
    r152 := step !r153 (i + !r144);
    r153 := step !r154 (i + !r151);
    r154 := step !r155 (i + !r158);
    r155 := step !r156 (i + !r165);
    r156 := step !r157 (i + !r172);
    r157 := step !r158 (i + !r179);
    r158 := step !r159 (i + !r186);
    r159 := step !r160 (i + !r193);
    r160 := step !r161 (i + !r200);
    r161 := step !r162 (i + !r207);
    r162 := step !r163 (i + !r214);
    r163 := step !r164 (i + !r221);
    r164 := step !r165 (i + !r228);
    r165 := step !r166 (i + !r5);
    r166 := step !r167 (i + !r12);
    r167 := step !r168 (i + !r19);
    r168 := step !r169 (i + !r26);
    r169 := step !r170 (i + !r33);
    r170 := step !r171 (i + !r40);
    r171 := step !r172 (i + !r47);
    r172 := step !r173 (i + !r54);
    r173 := step !r174 (i + !r61);
    r174 := step !r175 (i + !r68);
    r175 := step !r176 (i + !r75);
    r176 := step !r177 (i + !r82);
    r177 := step !r178 (i + !r89);
    r178 := step !r179 (i + !r96);
    r179 := step !r180 (i + !r103);
    r180 := step !r181 (i + !r110);
    r181 := step !r182 (i + !r117);
    r182 := step !r183 (i + !r124);
    r183 := step !r184 (i + !r131);
    r184 := step !r185 (i + !r138);
    r185 := step !r186 (i + !r145);
    r186 := step !r187 (i + !r152);
    r187 := step !r188 (i + !r159);
    r188 := step !r189 (i + !r166);
    r189 := step !r190 (i + !r173);
    r190 := step !r191 (i + !r180);
    r191 := step !r192 (i + !r187);
    r192 := step !r193 (i + !r194);
    r193 := step !r194 (i + !r201);
    r194 := step !r195 (i + !r208);
    r195 := step !r196 (i + !r215);
    r196 := step !r197 (i + !r222);
    r197 := step !r198 (i + !r229);
    r198 := step !r199 (i + !r6);
    r199 := step !r200 (i + !r13);
    r200 := step !r201 (i + !r20);
    r201 := step !r202 (i + !r27);
    r202 := step !r203 (i + !r34);
    r203 := step !r204 (i + !r41);
    r204 := step !r205 (i + !r48);
    r205 := step !r206 (i + !r55);
    r206 := step !r207 (i + !r62);
    r207 := step !r208 (i + !r69);
    r208 := step !r209 (i + !r76);
    r209 := step !r210 (i + !r83);
    r210 := step !r211 (i + !r90);
    r211 := step !r212 (i + !r97);
    r212 := step !r213 (i + !r104);
    r213 := step !r214 (i + !r111);
    r214 := step !r215 (i + !r118);
    r215 := step !r216 (i + !r125);
    r216 := step !r217 (i + !r132);
    r217 := step !r218 (i + !r139);
    r218 := step !r219 (i + !r146);
    r219 := step !r220 (i + !r153);
    r220 := step !r221 (i + !r160);
    r221 := step !r222 (i + !r167);
    r222 := step !r223 (i + !r174);
    r223 := step !r224 (i + !r181);
    r224 := step !r225 (i + !r188);
    r225 := step !r226 (i + !r195);
    r226 := step !r227 (i + !r202);
    r227 := step !r228 (i + !r209);
    r228 := step !r229 (i + !r216);
    r229 := step !r0 (i + !r223);
    ignore i
  done;
    !r0 + !r1 + !r2 + !r3 + !r4 + !r5 + !r6 + !r7 + !r8 + !r9 + !r10 + !r11 + !r12 + !r13 + !r14 + !r15 +
    !r16 + !r17 + !r18 + !r19 + !r20 + !r21 + !r22 + !r23 + !r24 + !r25 + !r26 + !r27 + !r28 + !r29 + !r30 +
    !r31 + !r32 + !r33 + !r34 + !r35 + !r36 + !r37 + !r38 + !r39 + !r40 + !r41 + !r42 + !r43 + !r44 + !r45 +
    !r46 + !r47 + !r48 + !r49 + !r50 + !r51 + !r52 + !r53 + !r54 + !r55 + !r56 + !r57 + !r58 + !r59 + !r60 +
    !r61 + !r62 + !r63 + !r64 + !r65 + !r66 + !r67 + !r68 + !r69 + !r70 + !r71 + !r72 + !r73 + !r74 + !r75 +
    !r76 + !r77 + !r78 + !r79 + !r80 + !r81 + !r82 + !r83 + !r84 + !r85 + !r86 + !r87 + !r88 + !r89 + !r90 +
    !r91 + !r92 + !r93 + !r94 + !r95 + !r96 + !r97 + !r98 + !r99 + !r100 + !r101 + !r102 + !r103 + !r104 +
    !r105 + !r106 + !r107 + !r108 + !r109 + !r110 + !r111 + !r112 + !r113 + !r114 + !r115 + !r116 + !r117 +
    !r118 + !r119 + !r120 + !r121 + !r122 + !r123 + !r124 + !r125 + !r126 + !r127 + !r128 + !r129 + !r130 +
    !r131 + !r132 + !r133 + !r134 + !r135 + !r136 + !r137 + !r138 + !r139 + !r140 + !r141 + !r142 + !r143 +
    !r144 + !r145 + !r146 + !r147 + !r148 + !r149 + !r150 + !r151 + !r152 + !r153 + !r154 + !r155 + !r156 +
    !r157 + !r158 + !r159 + !r160 + !r161 + !r162 + !r163 + !r164 + !r165 + !r166 + !r167 + !r168 + !r169 +
    !r170 + !r171 + !r172 + !r173 + !r174 + !r175 + !r176 + !r177 + !r178 + !r179 + !r180 + !r181 + !r182 +
    !r183 + !r184 + !r185 + !r186 + !r187 + !r188 + !r189 + !r190 + !r191 + !r192 + !r193 + !r194 + !r195 +
    !r196 + !r197 + !r198 + !r199 + !r200 + !r201 + !r202 + !r203 + !r204 + !r205 + !r206 + !r207 + !r208 +
    !r209 + !r210 + !r211 + !r212 + !r213 + !r214 + !r215 + !r216 + !r217 + !r218 + !r219 + !r220 + !r221 +
    !r222 + !r223 + !r224 + !r225 + !r226 + !r227 + !r228 +
    !r229

let () =
  List.iter (Printf.printf "%d ") (live 1);
  print_newline ();
  List.iter (Printf.printf "%d ") (live 12345);
  print_newline ();
  Printf.printf "%d %d\n" (mutables 1) (mutables 999);
  let l = List.map (fun s -> List.hd (live s)) [1; 2; 3; 4; 5] in
  List.iter (Printf.printf "%d ") l;
  print_newline ();
  Printf.printf "%B %B\n" (live 7 = live 7) (live 7 = live 8)
