-- Calendars take the entry with the higher number, so a workshop that moves must raise it. What is known already counts as said before anything else.
alter table workshop_view add column changed_at timestamptz;
update workshop_view set changed_at = '2010-01-01T00:00:00Z';
alter table workshop_view alter column changed_at set not null;
