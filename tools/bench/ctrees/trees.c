// Trees is what arenapeers is for malloc and free: it builds binary trees
// of depth 18, counts their nodes and frees them. See there for what it
// prints.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { depth = 18, trees = 8 };

struct node {
	struct node *left, *right;
};

static struct node *grow(int depth)
{
	struct node *n = malloc(sizeof *n);
	if (n == NULL)
		abort();
	n->left = n->right = NULL;
	if (depth > 0) {
		n->left = grow(depth - 1);
		n->right = grow(depth - 1);
	}
	return n;
}

static long size(const struct node *n)
{
	return n->left == NULL ? 1 : 1 + size(n->left) + size(n->right);
}

static void drop(struct node *n)
{
	if (n->left != NULL) {
		drop(n->left);
		drop(n->right);
	}
	free(n);
}

static long tree(void)
{
	struct node *n = grow(depth);
	long counted = size(n);
	drop(n);
	return counted;
}

static long long clock_of(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(void)
{
	char line[16];
	long n = tree();
	printf("%ld %ld %ld\n", n, n, n);
	fflush(stdout);
	while (fgets(line, sizeof line, stdin) != NULL) {
		long long start = clock_of(CLOCK_MONOTONIC);
		long long before = clock_of(CLOCK_PROCESS_CPUTIME_ID);
		n = 0;
		for (int i = 0; i < trees; i++)
			n += tree();
		long long worked = clock_of(CLOCK_PROCESS_CPUTIME_ID) - before;
		long long took = clock_of(CLOCK_MONOTONIC) - start;
		printf("%lld %lld 0\n", took * 1000 / n, worked * 1000 / n);
		fflush(stdout);
	}
	return 0;
}
