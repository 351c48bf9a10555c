-- A cluster that was dissolved, has become part of another, or should not have been published is taken out of the directory. Its row stays,
-- with everything that hangs on it, so that it can be brought back; its address says why it is gone. The reason is public: it names nobody.
alter table cluster
    add column withdrawn_at      timestamptz,
    add column withdrawn_because text,
    add constraint ck_cluster_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null));
