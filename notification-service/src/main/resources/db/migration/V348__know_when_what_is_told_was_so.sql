-- When what a mail tells became true, by the clock of who told it: calendars take the entry with the higher number, and mails may be queued late, and
-- many at once. Of those that are here already it is not known.
alter table mail add column occurred_at timestamptz;
update mail set occurred_at = queued_at;
alter table mail alter column occurred_at set not null;
