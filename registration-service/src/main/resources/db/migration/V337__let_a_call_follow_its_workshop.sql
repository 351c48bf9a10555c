-- A call takes applications until the workshop begins when that lies wholly before the closing time that organisers have chosen; the chosen
-- one stays, and holds again when the workshop is put off.
alter table call_for_participation add column planned_closes_at timestamptz;
update call_for_participation set planned_closes_at = closes_at;
alter table call_for_participation alter column planned_closes_at set not null;
alter table call_for_participation drop constraint ck_call_for_participation_window;
alter table call_for_participation
    add constraint ck_call_for_participation_window check (opens_at < planned_closes_at);
drop index ix_call_for_participation_due;
create index ix_call_for_participation_due on call_for_participation (planned_closes_at) where state = 'OPEN';

-- and it is called what the workshop is called now
update call_for_participation c
set title = w.title,
    closes_at = case when c.planned_closes_at > w.ends_at then w.starts_at else c.planned_closes_at end,
    version = c.version + 1
from workshop_view w
where w.id = c.workshop_id
  and (c.title <> w.title or c.planned_closes_at > w.ends_at);
