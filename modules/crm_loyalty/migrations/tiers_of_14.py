"""The functions of migration 14, for tiers that do not follow all growth: figures, reviews, and what sets them off.

Every entry that earns or takes back recomputes its members' figures from the ledger. A review is reckoned as at its own
instant, from what was booked by then: how late it runs changes nothing. `p_now` is the caller's clock.
"""

UPGRADE = """
        -- The first instant that counts on a day.
        CREATE FUNCTION crm_loyalty_window(p crm_loyalty_tier_program, p_day date) RETURNS timestamptz
        LANGUAGE sql STABLE AS $$
            SELECT CASE p.period
                WHEN 'rolling' THEN ((p_day - make_interval(months => p.months))::date + 1)::timestamp AT TIME ZONE zone
                WHEN 'calendar' THEN make_date(extract(year FROM p_day)::int, 1, 1)::timestamp AT TIME ZONE zone
                ELSE '-infinity' END
            FROM guanxi_company
        $$;

        -- Purchases of [p_from, p_until) less what was refunded of them, as it was booked before p_until; those of merged
        -- members, too. Amounts in the company's currency. By indexes alone: plans made while tables were empty read all.
        CREATE FUNCTION crm_loyalty_figure(
            p crm_loyalty_tier_program, p_member bigint, p_from timestamptz, p_until timestamptz
        ) RETURNS bigint LANGUAGE sql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
            WITH RECURSIVE family AS (
                SELECT m.id FROM crm_loyalty_member m WHERE m.id = p_member AND m.merged_into_id IS NULL
                UNION
                SELECT m.id FROM crm_loyalty_member m JOIN family f ON m.merged_into_id = f.id
            ), earned AS MATERIALIZED (
                SELECT e.id, e.growth, e.amount, e.at, e.created_at, e.rule_id FROM crm_loyalty_entry e
                WHERE e.kind = 'earn' AND e.account_id = ANY (ARRAY(SELECT a.id FROM crm_loyalty_account a
                    WHERE a.member_id = ANY (ARRAY(SELECT id FROM family))
                    AND a.type_id = (SELECT id FROM crm_loyalty_point_type WHERE code = 'points')))
            ), bought AS (
                SELECT e.growth - b.growth AS growth, e.amount, b.amount AS refunded,
                    r.currency IS NULL OR r.currency = (SELECT currency FROM guanxi_company) AS own
                FROM earned e
                LEFT JOIN crm_loyalty_rule r ON r.id = e.rule_id
                CROSS JOIN LATERAL (SELECT coalesce(-sum(t.growth), 0) AS growth, coalesce(sum(t.amount), 0) AS amount
                    FROM crm_loyalty_entry t
                    WHERE t.reverses_id = e.id AND t.kind = 'take_back' AND t.created_at < p_until) b
                WHERE e.at >= p_from AND e.at < p_until AND e.created_at < p_until
            )
            SELECT coalesce(CASE p.measure WHEN 'growth' THEN sum(growth)
                WHEN 'spend' THEN sum(greatest(0, amount - refunded)) FILTER (WHERE own AND amount IS NOT NULL)
                ELSE count(*) FILTER (WHERE amount > refunded) END, 0)::bigint FROM bought
        $$;

        -- Reviews are counted from the day on which the tier was reached: the first one after p_after.
        CREATE FUNCTION crm_loyalty_review_day(p crm_loyalty_tier_program, p_since date, p_after date) RETURNS date
        LANGUAGE plpgsql IMMUTABLE AS $$
        DECLARE v_day date;
        BEGIN
            FOR k IN 1 .. 100000 LOOP
                v_day := p_since + make_interval(months => k * p.keep_months);
                IF p.period = 'calendar' THEN
                    v_day := make_date(extract(year FROM v_day)::int, 12, 31);
                END IF;
                EXIT WHEN v_day > p_after;
            END LOOP;
            RETURN v_day;
        END $$;
        CREATE FUNCTION crm_loyalty_review_at(p crm_loyalty_tier_program, p_review date) RETURNS timestamptz
        LANGUAGE sql STABLE AS $$
            SELECT (p_review + 1 + p.grace_days)::timestamp AT TIME ZONE zone FROM guanxi_company
        $$;

        -- The member with its tier in force; noted where that changed, or was given or ended.
        CREATE FUNCTION crm_loyalty_place(
            m crm_loyalty_member, p_at timestamptz, p_why text, p_figure bigint, p_until date, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_member LANGUAGE plpgsql AS $$
        DECLARE v_from bigint := m.tier_id;
        BEGIN
            m.tier_id := crm_loyalty_higher(m.earned_tier_id, m.granted_tier_id);
            IF m.tier_id IS DISTINCT FROM v_from OR p_why IN ('given', 'ended') THEN
                INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, created_by_id, member_id, from_tier_id,
                    to_tier_id, at, why, figure, until, reason, actor)
                VALUES (1, p_now, p_now, p_actor_id, m.id, v_from, m.tier_id, p_at, p_why, p_figure, p_until, p_reason, p_actor);
            END IF;
            RETURN m;
        END $$;

        CREATE FUNCTION crm_loyalty_reviewed(m crm_loyalty_member, p crm_loyalty_tier_program, p_now timestamptz)
        RETURNS crm_loyalty_member LANGUAGE plpgsql AS $$
        DECLARE
            v_at timestamptz := m.review_at;
            v_figure bigint := crm_loyalty_figure(p, m.id, crm_loyalty_window(p, m.review_on), m.review_at);
            v_level bigint := crm_loyalty_level(m.earned_tier_id);
        BEGIN
            IF crm_loyalty_level(crm_loyalty_tier_of(v_figure)) < v_level THEN
                m.earned_tier_id := crm_loyalty_tier_of(CASE p.step WHEN 'one' THEN v_level - 1 ELSE v_figure END);
            END IF;
            m.review_on := crm_loyalty_review_day(p, m.tier_since, m.review_on);
            IF crm_loyalty_level(m.earned_tier_id) <= 0 THEN
                m.review_on := NULL;
            END IF;
            m.review_at := crm_loyalty_review_at(p, m.review_on);
            RETURN crm_loyalty_place(m, v_at, 'review', v_figure, NULL, '', p_now, NULL, 'system');
        END $$;

        -- Brings members up to p_now: what was given ends, reviews that are due, each as at its instant, then what was
        -- reached. p_afresh: tiers are made in another way; all start at what the figures give.
        CREATE FUNCTION crm_loyalty_retier(p_members bigint[], p_now timestamptz, p_afresh boolean) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            p crm_loyalty_tier_program;
            o crm_loyalty_member;
            m crm_loyalty_member;
            v_today date := (p_now AT TIME ZONE (SELECT zone FROM guanxi_company))::date;
            v_at timestamptz;
            v_figure bigint;
            v_rise bigint;
            v_changed bigint := 0;
        BEGIN
            SELECT * INTO p FROM crm_loyalty_tier_program;
            FOR o IN SELECT * FROM crm_loyalty_member WHERE id = ANY (p_members) ORDER BY id FOR NO KEY UPDATE LOOP
                m := o;
                IF p_afresh OR p.keep_months = 0 THEN
                    m.tier_since := NULL;
                    m.review_on := NULL;
                    m.review_at := NULL;
                END IF;
                LOOP
                    IF m.granted_until <= p_now AND m.granted_until <= coalesce(m.review_at, 'infinity') THEN
                        v_at := m.granted_until;
                        m.granted_tier_id := NULL;
                        m.granted_until := NULL;
                        m := crm_loyalty_place(m, v_at, 'ended', NULL, NULL, '', p_now, NULL, 'system');
                    ELSIF m.review_at <= p_now THEN
                        m := crm_loyalty_reviewed(m, p, p_now);
                    ELSE
                        EXIT;
                    END IF;
                END LOOP;

                v_figure := CASE WHEN crm_loyalty_tiers_follow_growth() THEN m.growth
                    ELSE crm_loyalty_figure(p, m.id, crm_loyalty_window(p, v_today), 'infinity') END;
                v_rise := crm_loyalty_level(crm_loyalty_tier_of(v_figure)) - crm_loyalty_level(m.earned_tier_id);
                IF p_afresh OR v_rise > 0 OR p.keep_months = 0 AND v_rise < 0 THEN
                    m.earned_tier_id := crm_loyalty_tier_of(v_figure);
                    m.review_on := NULL;
                    m := crm_loyalty_place(m, p_now, CASE WHEN p_afresh THEN 'program' WHEN v_rise > 0 THEN 'reached'
                        ELSE 'lost' END, v_figure, NULL, '', p_now, NULL, '');
                END IF;
                IF p.keep_months > 0 AND m.review_on IS NULL AND crm_loyalty_level(m.earned_tier_id) > 0 THEN
                    m.tier_since := v_today;
                    m.review_on := crm_loyalty_review_day(p, v_today, v_today);
                END IF;
                m.review_at := crm_loyalty_review_at(p, m.review_on);
                IF m IS DISTINCT FROM o THEN
                    UPDATE crm_loyalty_member SET earned_tier_id = m.earned_tier_id, tier_since = m.tier_since,
                        review_on = m.review_on, review_at = m.review_at, granted_tier_id = m.granted_tier_id,
                        granted_until = m.granted_until, updated_at = p_now WHERE id = m.id;
                    v_changed := v_changed + 1;
                END IF;
            END LOOP;
            RETURN v_changed;
        END $$;

        -- p_tier NULL ends what was given. The same again changes nothing.
        CREATE FUNCTION crm_loyalty_give_tier(
            p_member bigint, p_tier bigint, p_until timestamptz, p_day date, p_reason text, p_now timestamptz,
            p_actor_id bigint, p_actor text
        ) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE m crm_loyalty_member;
        BEGIN
            PERFORM crm_loyalty_retier(ARRAY[p_member], p_now, false);
            SELECT * INTO m FROM crm_loyalty_member WHERE id = p_member FOR NO KEY UPDATE;
            IF m.granted_tier_id IS NOT DISTINCT FROM p_tier AND m.granted_until IS NOT DISTINCT FROM p_until THEN
                RETURN false;
            END IF;
            m.granted_tier_id := p_tier;
            m.granted_until := p_until;
            PERFORM crm_loyalty_place(m, p_now, CASE WHEN p_tier IS NULL THEN 'ended' ELSE 'given' END, NULL, p_day, p_reason,
                p_now, p_actor_id, p_actor);
            UPDATE crm_loyalty_member SET granted_tier_id = p_tier, granted_until = p_until, updated_at = p_now
                WHERE id = p_member;
            RETURN true;
        END $$;

        -- One batch of members after p_after; p_all: also those with nothing due. last_id NULL at the end.
        CREATE FUNCTION crm_loyalty_review(
            p_after bigint, p_limit int, p_now timestamptz, p_all boolean, p_afresh boolean,
            OUT last_id bigint, OUT members bigint, OUT changed bigint
        ) LANGUAGE plpgsql AS $$
        DECLARE
            v_ids bigint[] := ARRAY(SELECT id FROM crm_loyalty_member
                WHERE id > p_after AND (p_all OR review_at <= p_now OR granted_until <= p_now) ORDER BY id LIMIT p_limit);
        BEGIN
            last_id := v_ids[cardinality(v_ids)];
            members := cardinality(v_ids);
            changed := crm_loyalty_retier(v_ids, p_now, p_afresh);
        END $$;

        CREATE FUNCTION crm_loyalty_root(p_member bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
            WITH RECURSIVE up AS (
                SELECT id, merged_into_id FROM crm_loyalty_member WHERE id = p_member
                UNION
                SELECT m.id, m.merged_into_id FROM crm_loyalty_member m JOIN up ON m.id = up.merged_into_id
            )
            SELECT id FROM up WHERE merged_into_id IS NULL
        $$;
        CREATE FUNCTION crm_loyalty_earned() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE v_ids bigint[];
        BEGIN
            IF (SELECT measure = 'growth' AND period = 'all_time' AND keep_months = 0 FROM crm_loyalty_tier_program) THEN
                RETURN NULL;
            END IF;
            v_ids := ARRAY(SELECT DISTINCT crm_loyalty_root(a.member_id) FROM added e
                JOIN crm_loyalty_account a ON a.id = e.account_id WHERE e.kind IN ('earn', 'take_back'));
            IF cardinality(v_ids) > 0 THEN
                PERFORM crm_loyalty_retier(v_ids, (SELECT max(created_at) FROM added), false);
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER earned AFTER INSERT ON crm_loyalty_entry REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION crm_loyalty_earned();

        -- What a member has, until when its tier in force is kept, and what is missing to keep it then.
        CREATE FUNCTION crm_loyalty_standing(
            p_member bigint, p_now timestamptz, OUT measure text, OUT figure bigint, OUT kept_until date, OUT to_keep bigint
        ) LANGUAGE plpgsql STABLE AS $$
        DECLARE
            p crm_loyalty_tier_program;
            m crm_loyalty_member;
            v_zone text := (SELECT zone FROM guanxi_company);
        BEGIN
            SELECT * INTO p FROM crm_loyalty_tier_program;
            SELECT * INTO m FROM crm_loyalty_member WHERE id = p_member;
            measure := p.measure;
            figure := CASE WHEN crm_loyalty_tiers_follow_growth() THEN m.growth
                ELSE crm_loyalty_figure(p, m.id, crm_loyalty_window(p, (p_now AT TIME ZONE v_zone)::date), 'infinity') END;
            IF m.tier_id = m.earned_tier_id AND m.review_on IS NOT NULL THEN
                kept_until := m.review_on;
                to_keep := greatest(0, crm_loyalty_level(m.tier_id)
                    - crm_loyalty_figure(p, m.id, crm_loyalty_window(p, m.review_on), 'infinity'));
            END IF;
            IF m.tier_id = m.granted_tier_id AND (m.tier_id <> m.earned_tier_id OR kept_until IS NOT NULL) THEN
                kept_until := greatest(kept_until, (m.granted_until AT TIME ZONE v_zone)::date - 1);
            END IF;
        END $$;

        -- Whether the earned tier is what the ledger gives, or is kept until a review that is to come.
        CREATE FUNCTION crm_loyalty_tier_sound(m crm_loyalty_member, p_growth bigint, p_now timestamptz) RETURNS boolean
        LANGUAGE plpgsql STABLE AS $$
        DECLARE
            p crm_loyalty_tier_program;
            v_figure bigint;
        BEGIN
            IF crm_loyalty_tiers_follow_growth() THEN
                RETURN m.review_at IS NULL AND m.earned_tier_id IS NOT DISTINCT FROM crm_loyalty_tier_of(p_growth);
            END IF;
            SELECT * INTO p FROM crm_loyalty_tier_program;
            v_figure := crm_loyalty_figure(p, m.id, crm_loyalty_window(p,
                (p_now AT TIME ZONE (SELECT zone FROM guanxi_company))::date), 'infinity');
            IF p.keep_months = 0 THEN
                RETURN m.review_at IS NULL AND m.earned_tier_id IS NOT DISTINCT FROM crm_loyalty_tier_of(v_figure);
            END IF;
            RETURN crm_loyalty_level(m.earned_tier_id) >= crm_loyalty_level(crm_loyalty_tier_of(v_figure))
                AND (crm_loyalty_level(m.earned_tier_id) <= 0 OR coalesce(m.review_on = crm_loyalty_review_day(p,
                    m.tier_since, m.review_on - 1) AND m.review_at = crm_loyalty_review_at(p, m.review_on), false));
        END $$;
"""

DOWNGRADE = """
        DROP TRIGGER earned ON crm_loyalty_entry;
        DROP FUNCTION crm_loyalty_tier_sound;
        DROP FUNCTION crm_loyalty_standing;
        DROP FUNCTION crm_loyalty_earned;
        DROP FUNCTION crm_loyalty_root;
        DROP FUNCTION crm_loyalty_review;
        DROP FUNCTION crm_loyalty_give_tier;
        DROP FUNCTION crm_loyalty_retier;
        DROP FUNCTION crm_loyalty_reviewed;
        DROP FUNCTION crm_loyalty_place;
        DROP FUNCTION crm_loyalty_review_at;
        DROP FUNCTION crm_loyalty_review_day;
        DROP FUNCTION crm_loyalty_figure;
        DROP FUNCTION crm_loyalty_window;
"""
