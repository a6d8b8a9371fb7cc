return from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
from a in (
x) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a) select a;
