-- A replayed answer carries the entity tag of the first one, so that the caller can go on with If-Match.
alter table idempotency_key add column etag text;
