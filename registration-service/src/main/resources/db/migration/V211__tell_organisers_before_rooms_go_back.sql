-- Organisers are told once that people wait for rooms that go back soon, and once more when the release time has been moved.
alter table hotel add column warned_for timestamptz;
comment on column hotel.warned_for is 'the release time about which organisers have been told that people wait; null when they have not';
