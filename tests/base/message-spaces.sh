# Messages in French keep the typography of the bulletin: no plain space before ; : ! ? » or behind «.
! grep -nE '« | (»|;|:|!|\?)' "$TOP/src/base/message.h" || exit 1
