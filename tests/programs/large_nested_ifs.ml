(* 300 nested ifs in three shapes: an else-if chain, ifs inside then branches,
   and a binary decision tree; and 100 nested matches. *)

let chain n =
  if n = 0 then 0
  else if n = 3 then 1
  else if n = 6 then 4
  else if n = 9 then 9
  else if n = 12 then 16
  else if n = 15 then 25
  else if n = 18 then 36
  else if n = 21 then 49
  else if n = 24 then 64
  else if n = 27 then 81
  else if n = 30 then 100
  else if n = 33 then 121
  else if n = 36 then 144
  else if n = 39 then 169
  else if n = 42 then 196
  else if n = 45 then 225
  else if n = 48 then 256
  else if n = 51 then 289
  else if n = 54 then 324
  else if n = 57 then 361
  else if n = 60 then 400
  else if n = 63 then 441
  else if n = 66 then 484
  else if n = 69 then 529
  else if n = 72 then 576
  else if n = 75 then 625
  else if n = 78 then 676
  else if n = 81 then 729
  else if n = 84 then 784
  else if n = 87 then 841
  else if n = 90 then 900
  else if n = 93 then 961
  else if n = 96 then 15
  else if n = 99 then 80
  else if n = 102 then 147
  else if n = 105 then 216
  else if n = 108 then 287
  else if n = 111 then 360
  else if n = 114 then 435
  else if n = 117 then 512
  else if n = 120 then 591
  else if n = 123 then 672
  else if n = 126 then 755
  else if n = 129 then 840
  else if n = 132 then 927
  else if n = 135 then 7
  else if n = 138 then 98
  else if n = 141 then 191
  else if n = 144 then 286
  else if n = 147 then 383
  else if n = 150 then 482
  else if n = 153 then 583
  else if n = 156 then 686
  else if n = 159 then 791
  else if n = 162 then 898
  else if n = 165 then 1007
  else if n = 168 then 109
  else if n = 171 then 222
  else if n = 174 then 337
  else if n = 177 then 454
  else if n = 180 then 573
  else if n = 183 then 694
  else if n = 186 then 817
  else if n = 189 then 942
  else if n = 192 then 60
  else if n = 195 then 189
  else if n = 198 then 320
  else if n = 201 then 453
  else if n = 204 then 588
  else if n = 207 then 725
  else if n = 210 then 864
  else if n = 213 then 1005
  else if n = 216 then 139
  else if n = 219 then 284
  else if n = 222 then 431
  else if n = 225 then 580
  else if n = 228 then 731
  else if n = 231 then 884
  else if n = 234 then 30
  else if n = 237 then 187
  else if n = 240 then 346
  else if n = 243 then 507
  else if n = 246 then 670
  else if n = 249 then 835
  else if n = 252 then 1002
  else if n = 255 then 162
  else if n = 258 then 333
  else if n = 261 then 506
  else if n = 264 then 681
  else if n = 267 then 858
  else if n = 270 then 28
  else if n = 273 then 209
  else if n = 276 then 392
  else if n = 279 then 577
  else if n = 282 then 764
  else if n = 285 then 953
  else if n = 288 then 135
  else if n = 291 then 328
  else if n = 294 then 523
  else if n = 297 then 720
  else if n = 300 then 919
  else if n = 303 then 111
  else if n = 306 then 314
  else if n = 309 then 519
  else if n = 312 then 726
  else if n = 315 then 935
  else if n = 318 then 137
  else if n = 321 then 350
  else if n = 324 then 565
  else if n = 327 then 782
  else if n = 330 then 1001
  else if n = 333 then 213
  else if n = 336 then 436
  else if n = 339 then 661
  else if n = 342 then 888
  else if n = 345 then 108
  else if n = 348 then 339
  else if n = 351 then 572
  else if n = 354 then 807
  else if n = 357 then 35
  else if n = 360 then 274
  else if n = 363 then 515
  else if n = 366 then 758
  else if n = 369 then 1003
  else if n = 372 then 241
  else if n = 375 then 490
  else if n = 378 then 741
  else if n = 381 then 994
  else if n = 384 then 240
  else if n = 387 then 497
  else if n = 390 then 756
  else if n = 393 then 8
  else if n = 396 then 271
  else if n = 399 then 536
  else if n = 402 then 803
  else if n = 405 then 63
  else if n = 408 then 334
  else if n = 411 then 607
  else if n = 414 then 882
  else if n = 417 then 150
  else if n = 420 then 429
  else if n = 423 then 710
  else if n = 426 then 993
  else if n = 429 then 269
  else if n = 432 then 556
  else if n = 435 then 845
  else if n = 438 then 127
  else if n = 441 then 420
  else if n = 444 then 715
  else if n = 447 then 3
  else if n = 450 then 302
  else if n = 453 then 603
  else if n = 456 then 906
  else if n = 459 then 202
  else if n = 462 then 509
  else if n = 465 then 818
  else if n = 468 then 120
  else if n = 471 then 433
  else if n = 474 then 748
  else if n = 477 then 56
  else if n = 480 then 375
  else if n = 483 then 696
  else if n = 486 then 10
  else if n = 489 then 335
  else if n = 492 then 662
  else if n = 495 then 991
  else if n = 498 then 313
  else if n = 501 then 646
  else if n = 504 then 981
  else if n = 507 then 309
  else if n = 510 then 648
  else if n = 513 then 989
  else if n = 516 then 323
  else if n = 519 then 668
  else if n = 522 then 6
  else if n = 525 then 355
  else if n = 528 then 706
  else if n = 531 then 50
  else if n = 534 then 405
  else if n = 537 then 762
  else if n = 540 then 112
  else if n = 543 then 473
  else if n = 546 then 836
  else if n = 549 then 192
  else if n = 552 then 559
  else if n = 555 then 928
  else if n = 558 then 290
  else if n = 561 then 663
  else if n = 564 then 29
  else if n = 567 then 406
  else if n = 570 then 785
  else if n = 573 then 157
  else if n = 576 then 540
  else if n = 579 then 925
  else if n = 582 then 303
  else if n = 585 then 692
  else if n = 588 then 74
  else if n = 591 then 467
  else if n = 594 then 862
  else if n = 597 then 250
  else if n = 600 then 649
  else if n = 603 then 41
  else if n = 606 then 444
  else if n = 609 then 849
  else if n = 612 then 247
  else if n = 615 then 656
  else if n = 618 then 58
  else if n = 621 then 471
  else if n = 624 then 886
  else if n = 627 then 294
  else if n = 630 then 713
  else if n = 633 then 125
  else if n = 636 then 548
  else if n = 639 then 973
  else if n = 642 then 391
  else if n = 645 then 820
  else if n = 648 then 242
  else if n = 651 then 675
  else if n = 654 then 101
  else if n = 657 then 538
  else if n = 660 then 977
  else if n = 663 then 409
  else if n = 666 then 852
  else if n = 669 then 288
  else if n = 672 then 735
  else if n = 675 then 175
  else if n = 678 then 626
  else if n = 681 then 70
  else if n = 684 then 525
  else if n = 687 then 982
  else if n = 690 then 432
  else if n = 693 then 893
  else if n = 696 then 347
  else if n = 699 then 812
  else if n = 702 then 270
  else if n = 705 then 739
  else if n = 708 then 201
  else if n = 711 then 674
  else if n = 714 then 140
  else if n = 717 then 617
  else if n = 720 then 87
  else if n = 723 then 568
  else if n = 726 then 42
  else if n = 729 then 527
  else if n = 732 then 5
  else if n = 735 then 494
  else if n = 738 then 985
  else if n = 741 then 469
  else if n = 744 then 964
  else if n = 747 then 452
  else if n = 750 then 951
  else if n = 753 then 443
  else if n = 756 then 946
  else if n = 759 then 442
  else if n = 762 then 949
  else if n = 765 then 449
  else if n = 768 then 960
  else if n = 771 then 464
  else if n = 774 then 979
  else if n = 777 then 487
  else if n = 780 then 1006
  else if n = 783 then 518
  else if n = 786 then 32
  else if n = 789 then 557
  else if n = 792 then 75
  else if n = 795 then 604
  else if n = 798 then 126
  else if n = 801 then 659
  else if n = 804 then 185
  else if n = 807 then 722
  else if n = 810 then 252
  else if n = 813 then 793
  else if n = 816 then 327
  else if n = 819 then 872
  else if n = 822 then 410
  else if n = 825 then 959
  else if n = 828 then 501
  else if n = 831 then 45
  else if n = 834 then 600
  else if n = 837 then 148
  else if n = 840 then 707
  else if n = 843 then 259
  else if n = 846 then 822
  else if n = 849 then 378
  else if n = 852 then 945
  else if n = 855 then 505
  else if n = 858 then 67
  else if n = 861 then 640
  else if n = 864 then 206
  else if n = 867 then 783
  else if n = 870 then 353
  else if n = 873 then 934
  else if n = 876 then 508
  else if n = 879 then 84
  else if n = 882 then 671
  else if n = 885 then 251
  else if n = 888 then 842
  else if n = 891 then 426
  else if n = 894 then 12
  else if n = 897 then 609
  else -1

let inside n =
  if n > 0 then ( if n > 1 then ( if n > 2 then ( if n > 3 then ( if n > 4 then ( if n > 5 then (
  if n > 6 then ( if n > 7 then ( if n > 8 then ( if n > 9 then ( if n > 10 then ( if n > 11 then (
  if n > 12 then ( if n > 13 then ( if n > 14 then ( if n > 15 then ( if n > 16 then ( if n > 17 then (
  if n > 18 then ( if n > 19 then ( if n > 20 then ( if n > 21 then ( if n > 22 then ( if n > 23 then (
  if n > 24 then ( if n > 25 then ( if n > 26 then ( if n > 27 then ( if n > 28 then ( if n > 29 then (
  if n > 30 then ( if n > 31 then ( if n > 32 then ( if n > 33 then ( if n > 34 then ( if n > 35 then (
  if n > 36 then ( if n > 37 then ( if n > 38 then ( if n > 39 then ( if n > 40 then ( if n > 41 then (
  if n > 42 then ( if n > 43 then ( if n > 44 then ( if n > 45 then ( if n > 46 then ( if n > 47 then (
  if n > 48 then ( if n > 49 then ( if n > 50 then ( if n > 51 then ( if n > 52 then ( if n > 53 then (
  if n > 54 then ( if n > 55 then ( if n > 56 then ( if n > 57 then ( if n > 58 then ( if n > 59 then (
  if n > 60 then ( if n > 61 then ( if n > 62 then ( if n > 63 then ( if n > 64 then ( if n > 65 then (
  if n > 66 then ( if n > 67 then ( if n > 68 then ( if n > 69 then ( if n > 70 then ( if n > 71 then (
  if n > 72 then ( if n > 73 then ( if n > 74 then ( if n > 75 then ( if n > 76 then ( if n > 77 then (
  if n > 78 then ( if n > 79 then ( if n > 80 then ( if n > 81 then ( if n > 82 then ( if n > 83 then (
  if n > 84 then ( if n > 85 then ( if n > 86 then ( if n > 87 then ( if n > 88 then ( if n > 89 then (
  if n > 90 then ( if n > 91 then ( if n > 92 then ( if n > 93 then ( if n > 94 then ( if n > 95 then (
  if n > 96 then ( if n > 97 then ( if n > 98 then ( if n > 99 then ( if n > 100 then ( if n > 101 then (
  if n > 102 then ( if n > 103 then ( if n > 104 then ( if n > 105 then ( if n > 106 then ( if n > 107 then (
  if n > 108 then ( if n > 109 then ( if n > 110 then ( if n > 111 then ( if n > 112 then ( if n > 113 then (
  if n > 114 then ( if n > 115 then ( if n > 116 then ( if n > 117 then ( if n > 118 then ( if n > 119 then (
  if n > 120 then ( if n > 121 then ( if n > 122 then ( if n > 123 then ( if n > 124 then ( if n > 125 then (
  if n > 126 then ( if n > 127 then ( if n > 128 then ( if n > 129 then ( if n > 130 then ( if n > 131 then (
  if n > 132 then ( if n > 133 then ( if n > 134 then ( if n > 135 then ( if n > 136 then ( if n > 137 then (
  if n > 138 then ( if n > 139 then ( if n > 140 then ( if n > 141 then ( if n > 142 then ( if n > 143 then (
  if n > 144 then ( if n > 145 then ( if n > 146 then ( if n > 147 then ( if n > 148 then ( if n > 149 then (
  if n > 150 then ( if n > 151 then ( if n > 152 then ( if n > 153 then ( if n > 154 then ( if n > 155 then (
  if n > 156 then ( if n > 157 then ( if n > 158 then ( if n > 159 then ( if n > 160 then ( if n > 161 then (
  if n > 162 then ( if n > 163 then ( if n > 164 then ( if n > 165 then ( if n > 166 then ( if n > 167 then (
  if n > 168 then ( if n > 169 then ( if n > 170 then ( if n > 171 then ( if n > 172 then ( if n > 173 then (
  if n > 174 then ( if n > 175 then ( if n > 176 then ( if n > 177 then ( if n > 178 then ( if n > 179 then (
  if n > 180 then ( if n > 181 then ( if n > 182 then ( if n > 183 then ( if n > 184 then ( if n > 185 then (
  if n > 186 then ( if n > 187 then ( if n > 188 then ( if n > 189 then ( if n > 190 then ( if n > 191 then (
  if n > 192 then ( if n > 193 then ( if n > 194 then ( if n > 195 then ( if n > 196 then ( if n > 197 then (
  if n > 198 then ( if n > 199 then ( if n > 200 then ( if n > 201 then ( if n > 202 then ( if n > 203 then (
  if n > 204 then ( if n > 205 then ( if n > 206 then ( if n > 207 then ( if n > 208 then ( if n > 209 then (
  if n > 210 then ( if n > 211 then ( if n > 212 then ( if n > 213 then ( if n > 214 then ( if n > 215 then (
  if n > 216 then ( if n > 217 then ( if n > 218 then ( if n > 219 then ( if n > 220 then ( if n > 221 then (
  if n > 222 then ( if n > 223 then ( if n > 224 then ( if n > 225 then ( if n > 226 then ( if n > 227 then (
  if n > 228 then ( if n > 229 then ( if n > 230 then ( if n > 231 then ( if n > 232 then ( if n > 233 then (
  if n > 234 then ( if n > 235 then ( if n > 236 then ( if n > 237 then ( if n > 238 then ( if n > 239 then (
  if n > 240 then ( if n > 241 then ( if n > 242 then ( if n > 243 then ( if n > 244 then ( if n > 245 then (
  if n > 246 then ( if n > 247 then ( if n > 248 then ( if n > 249 then ( if n > 250 then ( if n > 251 then (
  if n > 252 then ( if n > 253 then ( if n > 254 then ( if n > 255 then ( if n > 256 then ( if n > 257 then (
  if n > 258 then ( if n > 259 then ( if n > 260 then ( if n > 261 then ( if n > 262 then ( if n > 263 then (
  if n > 264 then ( if n > 265 then ( if n > 266 then ( if n > 267 then ( if n > 268 then ( if n > 269 then (
  if n > 270 then ( if n > 271 then ( if n > 272 then ( if n > 273 then ( if n > 274 then ( if n > 275 then (
  if n > 276 then ( if n > 277 then ( if n > 278 then ( if n > 279 then ( if n > 280 then ( if n > 281 then (
  if n > 282 then ( if n > 283 then ( if n > 284 then ( if n > 285 then ( if n > 286 then ( if n > 287 then (
  if n > 288 then ( if n > 289 then ( if n > 290 then ( if n > 291 then ( if n > 292 then ( if n > 293 then (
  if n > 294 then ( if n > 295 then ( if n > 296 then ( if n > 297 then ( if n > 298 then ( if n > 299 then (
  1000
  ) else 299 ) else 298 ) else 297 ) else 296 ) else 295 ) else 294 ) else 293 ) else 292 ) else 291
  ) else 290 ) else 289 ) else 288 ) else 287 ) else 286 ) else 285 ) else 284 ) else 283 ) else 282
  ) else 281 ) else 280 ) else 279 ) else 278 ) else 277 ) else 276 ) else 275 ) else 274 ) else 273
  ) else 272 ) else 271 ) else 270 ) else 269 ) else 268 ) else 267 ) else 266 ) else 265 ) else 264
  ) else 263 ) else 262 ) else 261 ) else 260 ) else 259 ) else 258 ) else 257 ) else 256 ) else 255
  ) else 254 ) else 253 ) else 252 ) else 251 ) else 250 ) else 249 ) else 248 ) else 247 ) else 246
  ) else 245 ) else 244 ) else 243 ) else 242 ) else 241 ) else 240 ) else 239 ) else 238 ) else 237
  ) else 236 ) else 235 ) else 234 ) else 233 ) else 232 ) else 231 ) else 230 ) else 229 ) else 228
  ) else 227 ) else 226 ) else 225 ) else 224 ) else 223 ) else 222 ) else 221 ) else 220 ) else 219
  ) else 218 ) else 217 ) else 216 ) else 215 ) else 214 ) else 213 ) else 212 ) else 211 ) else 210
  ) else 209 ) else 208 ) else 207 ) else 206 ) else 205 ) else 204 ) else 203 ) else 202 ) else 201
  ) else 200 ) else 199 ) else 198 ) else 197 ) else 196 ) else 195 ) else 194 ) else 193 ) else 192
  ) else 191 ) else 190 ) else 189 ) else 188 ) else 187 ) else 186 ) else 185 ) else 184 ) else 183
  ) else 182 ) else 181 ) else 180 ) else 179 ) else 178 ) else 177 ) else 176 ) else 175 ) else 174
  ) else 173 ) else 172 ) else 171 ) else 170 ) else 169 ) else 168 ) else 167 ) else 166 ) else 165
  ) else 164 ) else 163 ) else 162 ) else 161 ) else 160 ) else 159 ) else 158 ) else 157 ) else 156
  ) else 155 ) else 154 ) else 153 ) else 152 ) else 151 ) else 150 ) else 149 ) else 148 ) else 147
  ) else 146 ) else 145 ) else 144 ) else 143 ) else 142 ) else 141 ) else 140 ) else 139 ) else 138
  ) else 137 ) else 136 ) else 135 ) else 134 ) else 133 ) else 132 ) else 131 ) else 130 ) else 129
  ) else 128 ) else 127 ) else 126 ) else 125 ) else 124 ) else 123 ) else 122 ) else 121 ) else 120
  ) else 119 ) else 118 ) else 117 ) else 116 ) else 115 ) else 114 ) else 113 ) else 112 ) else 111
  ) else 110 ) else 109 ) else 108 ) else 107 ) else 106 ) else 105 ) else 104 ) else 103 ) else 102
  ) else 101 ) else 100 ) else 99 ) else 98 ) else 97 ) else 96 ) else 95 ) else 94 ) else 93 ) else 92
  ) else 91 ) else 90 ) else 89 ) else 88 ) else 87 ) else 86 ) else 85 ) else 84 ) else 83 ) else 82
  ) else 81 ) else 80 ) else 79 ) else 78 ) else 77 ) else 76 ) else 75 ) else 74 ) else 73 ) else 72
  ) else 71 ) else 70 ) else 69 ) else 68 ) else 67 ) else 66 ) else 65 ) else 64 ) else 63 ) else 62
  ) else 61 ) else 60 ) else 59 ) else 58 ) else 57 ) else 56 ) else 55 ) else 54 ) else 53 ) else 52
  ) else 51 ) else 50 ) else 49 ) else 48 ) else 47 ) else 46 ) else 45 ) else 44 ) else 43 ) else 42
  ) else 41 ) else 40 ) else 39 ) else 38 ) else 37 ) else 36 ) else 35 ) else 34 ) else 33 ) else 32
  ) else 31 ) else 30 ) else 29 ) else 28 ) else 27 ) else 26 ) else 25 ) else 24 ) else 23 ) else 22
  ) else 21 ) else 20 ) else 19 ) else 18 ) else 17 ) else 16 ) else 15 ) else 14 ) else 13 ) else 12
  ) else 11 ) else 10 ) else 9 ) else 8 ) else 7 ) else 6 ) else 5 ) else 4 ) else 3 ) else 2 ) else 1
  ) else 0

let tree n =
  if n < 128 then (if n < 64 then (if n < 32 then (if n < 16 then (if n < 8 then (if n < 4 then (if n < 2
  then (if n < 1 then (0) else (1)) else (if n < 3 then (4) else (9))) else (if n < 6 then (if n < 5 then
  (16) else (25)) else (if n < 7 then (36) else (49)))) else (if n < 12 then (if n < 10 then (if n < 9 then
  (64) else (81)) else (if n < 11 then (100) else (121))) else (if n < 14 then (if n < 13 then (144) else
  (169)) else (if n < 15 then (196) else (225))))) else (if n < 24 then (if n < 20 then (if n < 18 then (if n
  < 17 then (256) else (289)) else (if n < 19 then (324) else (361))) else (if n < 22 then (if n < 21 then
  (400) else (441)) else (if n < 23 then (484) else (529)))) else (if n < 28 then (if n < 26 then (if n < 25
  then (576) else (625)) else (if n < 27 then (676) else (729))) else (if n < 30 then (if n < 29 then (784)
  else (841)) else (if n < 31 then (900) else (961)))))) else (if n < 48 then (if n < 40 then (if n < 36 then
  (if n < 34 then (if n < 33 then (27) else (92)) else (if n < 35 then (159) else (228))) else (if n < 38
  then (if n < 37 then (299) else (372)) else (if n < 39 then (447) else (524)))) else (if n < 44 then (if n
  < 42 then (if n < 41 then (603) else (684)) else (if n < 43 then (767) else (852))) else (if n < 46 then
  (if n < 45 then (939) else (31)) else (if n < 47 then (122) else (215))))) else (if n < 56 then (if n < 52
  then (if n < 50 then (if n < 49 then (310) else (407)) else (if n < 51 then (506) else (607))) else (if n <
  54 then (if n < 53 then (710) else (815)) else (if n < 55 then (922) else (34)))) else (if n < 60 then (if
  n < 58 then (if n < 57 then (145) else (258)) else (if n < 59 then (373) else (490))) else (if n < 62 then
  (if n < 61 then (609) else (730)) else (if n < 63 then (853) else (978))))))) else (if n < 96 then (if n <
  80 then (if n < 72 then (if n < 68 then (if n < 66 then (if n < 65 then (108) else (237)) else (if n < 67
  then (368) else (501))) else (if n < 70 then (if n < 69 then (636) else (773)) else (if n < 71 then (912)
  else (56)))) else (if n < 76 then (if n < 74 then (if n < 73 then (199) else (344)) else (if n < 75 then
  (491) else (640))) else (if n < 78 then (if n < 77 then (791) else (944)) else (if n < 79 then (102) else
  (259))))) else (if n < 88 then (if n < 84 then (if n < 82 then (if n < 81 then (418) else (579)) else (if n
  < 83 then (742) else (907))) else (if n < 86 then (if n < 85 then (77) else (246)) else (if n < 87 then
  (417) else (590)))) else (if n < 92 then (if n < 90 then (if n < 89 then (765) else (942)) else (if n < 91
  then (124) else (305))) else (if n < 94 then (if n < 93 then (488) else (673)) else (if n < 95 then (860)
  else (52)))))) else (if n < 112 then (if n < 104 then (if n < 100 then (if n < 98 then (if n < 97 then
  (243) else (436)) else (if n < 99 then (631) else (828))) else (if n < 102 then (if n < 101 then (30) else
  (231)) else (if n < 103 then (434) else (639)))) else (if n < 108 then (if n < 106 then (if n < 105 then
  (846) else (58)) else (if n < 107 then (269) else (482))) else (if n < 110 then (if n < 109 then (697) else
  (914)) else (if n < 111 then (136) else (357))))) else (if n < 120 then (if n < 116 then (if n < 114 then
  (if n < 113 then (580) else (805)) else (if n < 115 then (35) else (264))) else (if n < 118 then (if n <
  117 then (495) else (728)) else (if n < 119 then (963) else (203)))) else (if n < 124 then (if n < 122 then
  (if n < 121 then (442) else (683)) else (if n < 123 then (926) else (174))) else (if n < 126 then (if n <
  125 then (421) else (670)) else (if n < 127 then (921) else (177)))))))) else (if n < 192 then (if n < 160
  then (if n < 144 then (if n < 136 then (if n < 132 then (if n < 130 then (if n < 129 then (432) else (689))
  else (if n < 131 then (948) else (212))) else (if n < 134 then (if n < 133 then (475) else (740)) else (if
  n < 135 then (10) else (279)))) else (if n < 140 then (if n < 138 then (if n < 137 then (550) else (823))
  else (if n < 139 then (101) else (378))) else (if n < 142 then (if n < 141 then (657) else (938)) else (if
  n < 143 then (224) else (509))))) else (if n < 152 then (if n < 148 then (if n < 146 then (if n < 145 then
  (796) else (88)) else (if n < 147 then (379) else (672))) else (if n < 150 then (if n < 149 then (967) else
  (267)) else (if n < 151 then (566) else (867)))) else (if n < 156 then (if n < 154 then (if n < 153 then
  (173) else (478)) else (if n < 155 then (785) else (97))) else (if n < 158 then (if n < 157 then (408) else
  (721)) else (if n < 159 then (39) else (356)))))) else (if n < 176 then (if n < 168 then (if n < 164 then
  (if n < 162 then (if n < 161 then (675) else (996)) else (if n < 163 then (322) else (647))) else (if n <
  166 then (if n < 165 then (974) else (306)) else (if n < 167 then (637) else (970)))) else (if n < 172 then
  (if n < 170 then (if n < 169 then (308) else (645)) else (if n < 171 then (984) else (328))) else (if n <
  174 then (if n < 173 then (671) else (19)) else (if n < 175 then (366) else (715))))) else (if n < 184 then
  (if n < 180 then (if n < 178 then (if n < 177 then (69) else (422)) else (if n < 179 then (777) else
  (137))) else (if n < 182 then (if n < 181 then (496) else (857)) else (if n < 183 then (223) else (588))))
  else (if n < 188 then (if n < 186 then (if n < 185 then (955) else (327)) else (if n < 187 then (698) else
  (74))) else (if n < 190 then (if n < 189 then (449) else (826)) else (if n < 191 then (208) else
  (589))))))) else (if n < 224 then (if n < 208 then (if n < 200 then (if n < 196 then (if n < 194 then (if n
  < 193 then (972) else (360)) else (if n < 195 then (747) else (139))) else (if n < 198 then (if n < 197
  then (530) else (923)) else (if n < 199 then (321) else (718)))) else (if n < 204 then (if n < 202 then (if
  n < 201 then (120) else (521)) else (if n < 203 then (924) else (332))) else (if n < 206 then (if n < 205
  then (739) else (151)) else (if n < 207 then (562) else (975))))) else (if n < 216 then (if n < 212 then
  (if n < 210 then (if n < 209 then (393) else (810)) else (if n < 211 then (232) else (653))) else (if n <
  214 then (if n < 213 then (79) else (504)) else (if n < 215 then (931) else (363)))) else (if n < 220 then
  (if n < 218 then (if n < 217 then (794) else (230)) else (if n < 219 then (665) else (105))) else (if n <
  222 then (if n < 221 then (544) else (985)) else (if n < 223 then (431) else (876)))))) else (if n < 240
  then (if n < 232 then (if n < 228 then (if n < 226 then (if n < 225 then (326) else (775)) else (if n < 227
  then (229) else (682))) else (if n < 230 then (if n < 229 then (140) else (597)) else (if n < 231 then (59)
  else (520)))) else (if n < 236 then (if n < 234 then (if n < 233 then (983) else (451)) else (if n < 235
  then (918) else (390))) else (if n < 238 then (if n < 237 then (861) else (337)) else (if n < 239 then
  (812) else (292))))) else (if n < 248 then (if n < 244 then (if n < 242 then (if n < 241 then (771) else
  (255)) else (if n < 243 then (738) else (226))) else (if n < 246 then (if n < 245 then (713) else (205))
  else (if n < 247 then (696) else (192)))) else (if n < 252 then (if n < 250 then (if n < 249 then (687)
  else (187)) else (if n < 251 then (686) else (190))) else (if n < 254 then (if n < 253 then (693) else
  (201)) else (if n < 255 then (708) else (220))))))))

let matches l =
  match l with [] -> 0 | x :: l -> if x < 0 then 1000 else ( match l with [] -> 1 | x :: l -> if x < 0 then 1001 else (
  match l with [] -> 2 | x :: l -> if x < 0 then 1002 else ( match l with [] -> 3 | x :: l -> if x < 0 then 1003 else (
  match l with [] -> 4 | x :: l -> if x < 0 then 1004 else ( match l with [] -> 5 | x :: l -> if x < 0 then 1005 else (
  match l with [] -> 6 | x :: l -> if x < 0 then 1006 else ( match l with [] -> 7 | x :: l -> if x < 0 then 1007 else (
  match l with [] -> 8 | x :: l -> if x < 0 then 1008 else ( match l with [] -> 9 | x :: l -> if x < 0 then 1009 else (
  match l with [] -> 10 | x :: l -> if x < 0 then 1010 else ( match l with [] -> 11 | x :: l -> if x < 0 then 1011 else (
  match l with [] -> 12 | x :: l -> if x < 0 then 1012 else ( match l with [] -> 13 | x :: l -> if x < 0 then 1013 else (
  match l with [] -> 14 | x :: l -> if x < 0 then 1014 else ( match l with [] -> 15 | x :: l -> if x < 0 then 1015 else (
  match l with [] -> 16 | x :: l -> if x < 0 then 1016 else ( match l with [] -> 17 | x :: l -> if x < 0 then 1017 else (
  match l with [] -> 18 | x :: l -> if x < 0 then 1018 else ( match l with [] -> 19 | x :: l -> if x < 0 then 1019 else (
  match l with [] -> 20 | x :: l -> if x < 0 then 1020 else ( match l with [] -> 21 | x :: l -> if x < 0 then 1021 else (
  match l with [] -> 22 | x :: l -> if x < 0 then 1022 else ( match l with [] -> 23 | x :: l -> if x < 0 then 1023 else (
  match l with [] -> 24 | x :: l -> if x < 0 then 1024 else ( match l with [] -> 25 | x :: l -> if x < 0 then 1025 else (
  match l with [] -> 26 | x :: l -> if x < 0 then 1026 else ( match l with [] -> 27 | x :: l -> if x < 0 then 1027 else (
  match l with [] -> 28 | x :: l -> if x < 0 then 1028 else ( match l with [] -> 29 | x :: l -> if x < 0 then 1029 else (
  match l with [] -> 30 | x :: l -> if x < 0 then 1030 else ( match l with [] -> 31 | x :: l -> if x < 0 then 1031 else (
  match l with [] -> 32 | x :: l -> if x < 0 then 1032 else ( match l with [] -> 33 | x :: l -> if x < 0 then 1033 else (
  match l with [] -> 34 | x :: l -> if x < 0 then 1034 else ( match l with [] -> 35 | x :: l -> if x < 0 then 1035 else (
  match l with [] -> 36 | x :: l -> if x < 0 then 1036 else ( match l with [] -> 37 | x :: l -> if x < 0 then 1037 else (
  match l with [] -> 38 | x :: l -> if x < 0 then 1038 else ( match l with [] -> 39 | x :: l -> if x < 0 then 1039 else (
  match l with [] -> 40 | x :: l -> if x < 0 then 1040 else ( match l with [] -> 41 | x :: l -> if x < 0 then 1041 else (
  match l with [] -> 42 | x :: l -> if x < 0 then 1042 else ( match l with [] -> 43 | x :: l -> if x < 0 then 1043 else (
  match l with [] -> 44 | x :: l -> if x < 0 then 1044 else ( match l with [] -> 45 | x :: l -> if x < 0 then 1045 else (
  match l with [] -> 46 | x :: l -> if x < 0 then 1046 else ( match l with [] -> 47 | x :: l -> if x < 0 then 1047 else (
  match l with [] -> 48 | x :: l -> if x < 0 then 1048 else ( match l with [] -> 49 | x :: l -> if x < 0 then 1049 else (
  match l with [] -> 50 | x :: l -> if x < 0 then 1050 else ( match l with [] -> 51 | x :: l -> if x < 0 then 1051 else (
  match l with [] -> 52 | x :: l -> if x < 0 then 1052 else ( match l with [] -> 53 | x :: l -> if x < 0 then 1053 else (
  match l with [] -> 54 | x :: l -> if x < 0 then 1054 else ( match l with [] -> 55 | x :: l -> if x < 0 then 1055 else (
  match l with [] -> 56 | x :: l -> if x < 0 then 1056 else ( match l with [] -> 57 | x :: l -> if x < 0 then 1057 else (
  match l with [] -> 58 | x :: l -> if x < 0 then 1058 else ( match l with [] -> 59 | x :: l -> if x < 0 then 1059 else (
  match l with [] -> 60 | x :: l -> if x < 0 then 1060 else ( match l with [] -> 61 | x :: l -> if x < 0 then 1061 else (
  match l with [] -> 62 | x :: l -> if x < 0 then 1062 else ( match l with [] -> 63 | x :: l -> if x < 0 then 1063 else (
  match l with [] -> 64 | x :: l -> if x < 0 then 1064 else ( match l with [] -> 65 | x :: l -> if x < 0 then 1065 else (
  match l with [] -> 66 | x :: l -> if x < 0 then 1066 else ( match l with [] -> 67 | x :: l -> if x < 0 then 1067 else (
  match l with [] -> 68 | x :: l -> if x < 0 then 1068 else ( match l with [] -> 69 | x :: l -> if x < 0 then 1069 else (
  match l with [] -> 70 | x :: l -> if x < 0 then 1070 else ( match l with [] -> 71 | x :: l -> if x < 0 then 1071 else (
  match l with [] -> 72 | x :: l -> if x < 0 then 1072 else ( match l with [] -> 73 | x :: l -> if x < 0 then 1073 else (
  match l with [] -> 74 | x :: l -> if x < 0 then 1074 else ( match l with [] -> 75 | x :: l -> if x < 0 then 1075 else (
  match l with [] -> 76 | x :: l -> if x < 0 then 1076 else ( match l with [] -> 77 | x :: l -> if x < 0 then 1077 else (
  match l with [] -> 78 | x :: l -> if x < 0 then 1078 else ( match l with [] -> 79 | x :: l -> if x < 0 then 1079 else (
  match l with [] -> 80 | x :: l -> if x < 0 then 1080 else ( match l with [] -> 81 | x :: l -> if x < 0 then 1081 else (
  match l with [] -> 82 | x :: l -> if x < 0 then 1082 else ( match l with [] -> 83 | x :: l -> if x < 0 then 1083 else (
  match l with [] -> 84 | x :: l -> if x < 0 then 1084 else ( match l with [] -> 85 | x :: l -> if x < 0 then 1085 else (
  match l with [] -> 86 | x :: l -> if x < 0 then 1086 else ( match l with [] -> 87 | x :: l -> if x < 0 then 1087 else (
  match l with [] -> 88 | x :: l -> if x < 0 then 1088 else ( match l with [] -> 89 | x :: l -> if x < 0 then 1089 else (
  List.length l + x
  ))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))

let () =
  let sum f lo hi = let s = ref 0 in for n = lo to hi do s := !s + f n done; !s in
  Printf.printf "%d %d %d %d\n" (chain 0) (chain 897) (chain 898) (sum chain (-5) 1000);
  Printf.printf "%d %d %d %d\n" (inside (-1)) (inside 150) (inside 299) (sum inside (-5) 305);
  Printf.printf "%d %d %d %d\n" (tree 0) (tree 255) (tree 100) (sum tree 0 255);
  let l n = List.init n (fun i -> i) in
  List.iter (fun n -> Printf.printf "%d " (matches (l n))) [0; 1; 50; 89; 90; 91; 120];
  Printf.printf "%d\n" (matches (l 40 @ [-1] @ l 60))
