-- A release of a large call takes longer than the waiting list stands still for one that was cut off.
alter table decision_release add column went_on_at timestamptz;
comment on column decision_release.went_on_at is 'when the last of its decisions held';
