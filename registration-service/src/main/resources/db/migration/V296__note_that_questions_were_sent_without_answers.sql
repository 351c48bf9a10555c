-- Whoever has looked at questions that need no answer has nothing left to do. A time and nothing about the person; it goes with the row.
alter table application add column questions_sent_at timestamptz;
