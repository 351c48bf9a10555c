-- What a well-mixed room looks like; a call without a row has the default goals.
create table balance_goals (
    call_id                   uuid    not null,
    max_per_city_in_open_pool integer,
    newcomers_percent         integer not null,
    version                   bigint  not null,
    constraint pk_balance_goals primary key (call_id),
    constraint fk_balance_goals_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_balance_goals_max_per_city check (max_per_city_in_open_pool >= 0),
    constraint ck_balance_goals_newcomers check (newcomers_percent between 0 and 100)
);

create table balance_goal_profile (
    call_id uuid    not null,
    profile text    not null,
    minimum integer not null,
    constraint pk_balance_goal_profile primary key (call_id, profile),
    constraint fk_balance_goal_profile_call_id foreign key (call_id) references balance_goals (call_id),
    constraint ck_balance_goal_profile_minimum check (minimum > 0)
);

-- whether somebody has been admitted to another workshop
create index ix_application_email_key_admitted on application (email_key, call_id) where state = 'ADMITTED';
