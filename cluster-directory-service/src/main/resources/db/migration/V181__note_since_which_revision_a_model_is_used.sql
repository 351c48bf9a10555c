-- Which model is in use now is told by the revision: clocks can be set, and an earlier model can come back.
alter table matching_model add column revision bigint not null default 0;
