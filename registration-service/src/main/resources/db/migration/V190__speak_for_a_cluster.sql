-- The cluster of the directory that a person speaks for, by its id there; most people name none.
alter table application add column cluster_id text;
comment on column application.cluster_id is 'personal; to balance the room by cluster; emptied when the person is erased';
