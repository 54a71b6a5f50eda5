// One step for parameters whose gradient is at hand.
// Included by jobs.h.

struct updating {
    update_kernel update_values;
    struct kernels_update update;
    struct kernels_shaping shaping;
    struct kernels_parameters parameters;
    const float *gradient;
    long count, parts;
};

static void update_part(const void *job, long part) {
    const struct updating *u = job;
    const long first = part_begin(u->count, u->parts, part, KERNELS_LANES);
    const long last = part_begin(u->count, u->parts, part + 1, KERNELS_LANES);
    const struct kernels_parameters p = u->parameters;
    const struct kernels_parameters some = {p.values + first, p.slot0 ? p.slot0 + first : 0,
                                            p.slot1 ? p.slot1 + first : 0, p.slot2 ? p.slot2 + first : 0};
    u->update_values(u->update, u->shaping, some, u->gradient + first, last - first);
}

void kernels_update(struct kernels_machine machine, struct kernels_update update, struct kernels_shaping shaping,
                    struct kernels_parameters parameters, const float *gradient, long count) {
    const struct level *level = levels[machine.level];
    const long parts = parts_of(count, UPDATED_NUMBERS, MOST_PARTS);
    const struct updating job = {shapes(shaping) ? level->shaped_update[update.rule] : level->update[update.rule],
                                 update, shaping, parameters, gradient, count, parts};
    kernels_team_run(machine.team, parts, update_part, &job);
}
