-- What one application does to the database, statement by statement, in the order of the service.
-- deploy/bench/registration compares the rows that both write, so that this file cannot fall behind unnoticed.
\set n random(1, 1000000000)
begin;
select taken.locked, stored.request_hash, stored.status, stored.location, stored.etag, stored.body
  from (select pg_try_advisory_xact_lock(hashtextextended('idempotency public apply ' || :n::text || :client_id::text || :run::text, 0)) as locked) taken
  left join idempotency_key stored on stored.client = 'public' and stored.operation = 'apply'
    and stored.key = :n::text || '-' || :client_id::text || '-' || :run::text;
select version from call_for_participation where id = :call::uuid;
with one as (select gen_random_uuid() as id)
insert into application (id, call_id, workshop_id, state, given_name, family_name, email, email_key, organisation, position,
    city_id, country, profile, contributor, motivation, language, cluster_id, link_version, applied_at, version)
  select id, :call::uuid, :workshop::uuid, 'SUBMITTED', 'Rosa', 'Roja', 'b' || id || '@example.org', 'b' || id || '@example.org',
    'Cluster of Measurements', 'Manager', 'porto', 'ES', 'CLUSTER_MANAGER', false,
    'We bring a question about specialised diversification, and the experience of twelve companies that share a laboratory.',
    'en', null, 1, now(), 0 from one
  on conflict (call_id, email_key) where state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED') do nothing;
insert into audit_entry (id, at, actor, action, object_type, object_id, details)
  values (gen_random_uuid(), now(), 'public', 'application-submitted', 'application', gen_random_uuid()::text, '{"state":"SUBMITTED"}');
with changed (id) as (delete from staged_decision where exists (select from staged_decision) and application_id in (
    select staged.application_id
    from application again
        join application earlier on earlier.email_key = again.email_key
            and earlier.call_id is not distinct from again.call_id and earlier.id <> again.id
        join staged_decision staged on staged.application_id = earlier.id
    where again.id = (select gen_random_uuid())
    for update of staged, earlier skip locked)
returning application_id)
insert into audit_entry (id, at, actor, action, object_type, object_id, details)
  select gen_random_uuid(), now(), 'public', 'staged-decision-overtaken', 'application', changed.id::text, '{"by":"SUBMITTED"}' from changed;
with stream as (
    insert into outbox_stream (topic, message_key, last_version) values ('infocus.bench', gen_random_uuid()::text, 1)
    on conflict (topic, message_key) do update set last_version = outbox_stream.last_version + 1
    returning last_version)
insert into outbox_event (id, topic, message_key, aggregate_version, type, headers, payload, occurred_at, sent_at)
  select gen_random_uuid(), 'infocus.bench', gen_random_uuid()::text, last_version,
    'eu.urbact.infocus.registration.application-submitted.v1', :headers::jsonb, convert_to(:payload::text, 'UTF8'), now(), now() from stream;
insert into idempotency_key (client, operation, key, request_hash, status, location, etag, body, expires_at)
  values ('public', 'apply', :n::text || '-' || :client_id::text || '-' || :run::text, repeat('0', 64), 201,
    '/api/v1/self-service/application', null, :payload::text, now() + interval '2 days')
  on conflict do nothing;
end;
