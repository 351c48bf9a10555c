-- Who resizes a bucket says anew how many seats it has: what was handed back before is promised to the city no more.
update seat_bucket b set handed_back = n.seats
from (
    select r.call_id, r.code, coalesce(sum((h.details ->> 'seats')::integer), 0) as seats
    from (
        select c.call_id, c.code, max(c.at) as at
        from (
            select e.object_id as call_id, e.details ->> 'bucket' as code, e.at
            from audit_entry e
            where e.object_type = 'call' and e.action = 'bucket-resized'
              and e.details #>> '{limit,before}' is distinct from e.details #>> '{limit,after}'
            union all
            -- as in "CITY:porto 3 to 2", beside "CITY:porto given back on 2016-11-04 to no day"
            select e.object_id, split_part(said.change, ' ', 1), e.at
            from audit_entry e
            cross join lateral jsonb_array_elements_text(
                case when jsonb_typeof(e.details -> 'buckets') = 'array' then e.details -> 'buckets' else '[]' end
            ) as said (change)
            where e.object_type = 'call' and e.action = 'call-changed'
              and said.change ~ '^[^ ]+ [0-9]+ to ([0-9]+|none)$'
        ) c
        group by c.call_id, c.code
    ) r
    left join audit_entry h on h.object_type = 'call' and h.action = 'seats-handed-back'
        and h.object_id = r.call_id and h.details ->> 'bucket' = r.code and h.at > r.at
    group by r.call_id, r.code
) n
where n.call_id = b.call_id::text and n.code = b.code and b.handed_back > n.seats;
