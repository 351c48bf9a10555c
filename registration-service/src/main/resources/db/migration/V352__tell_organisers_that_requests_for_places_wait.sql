-- Organisers are told at most once a day that people wait for an answer about meals, visits or buses, and sooner about what begins soon.
alter table logistics_setting add column changes_told_at timestamptz;
comment on column logistics_setting.changes_told_at is 'when organisers were last told that requests for other places wait; null when they never were';
