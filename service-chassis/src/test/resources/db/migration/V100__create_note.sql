-- a business table of the service under test
create table note (id uuid not null, position bigint generated always as identity, topic_key text not null, version bigint not null, text text not null, constraint pk_note primary key (id));
