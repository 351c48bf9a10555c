-- The day by which organisers mean to have decided about all applications, in the zone of the call; told to those who wait for it.
alter table call_for_participation add column decides_by date;
