-- The column made anew by V330 has no statistics, without which the next list is planned badly.
analyze application;
