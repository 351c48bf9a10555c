-- An identifier as the services make them (UUIDv7): for rows that one statement makes of others, and of which nobody knows how many there are.
create function uuid_v7() returns uuid language sql volatile
return encode(
    set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid())
            placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1),
    'hex')::uuid;
