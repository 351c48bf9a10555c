-- Streams that wait after a failed send; the relay passes them by.
create index ix_outbox_event_waiting on outbox_event (topic, message_key) where sent_at is null and next_attempt_at is not null;
