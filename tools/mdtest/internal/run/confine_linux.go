package run

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// writeRights are the ways of changing files that Landlock knows since its
// first version: landlock(7).
const writeRights = unix.LANDLOCK_ACCESS_FS_WRITE_FILE |
	unix.LANDLOCK_ACCESS_FS_REMOVE_DIR | unix.LANDLOCK_ACCESS_FS_REMOVE_FILE |
	unix.LANDLOCK_ACCESS_FS_MAKE_CHAR | unix.LANDLOCK_ACCESS_FS_MAKE_DIR |
	unix.LANDLOCK_ACCESS_FS_MAKE_REG | unix.LANDLOCK_ACCESS_FS_MAKE_SOCK |
	unix.LANDLOCK_ACCESS_FS_MAKE_FIFO | unix.LANDLOCK_ACCESS_FS_MAKE_BLOCK |
	unix.LANDLOCK_ACCESS_FS_MAKE_SYM

// confine lets the calling thread, and the processes started from it, write
// below the given folders alone. Kernels without Landlock let it write
// anywhere; stray files beside the tree are then noticed afterwards.
func confine(dirs []string) {
	attr := unix.LandlockRulesetAttr{Handled_access_fs: writeRights}
	if abi, _, _ := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, 1); int(abi) >= 2 {
		attr.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_REFER
	}
	// The attribute grew with the kernel: its first field is all we use, and
	// a size of 8 bytes is what the first version expects.
	fd, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET,
		uintptr(unsafe.Pointer(&attr)), 8, 0)
	if errno != 0 {
		return
	}
	defer unix.Close(int(fd))
	for _, dir := range append(dirs, "/dev") {
		allow(int(fd), dir, attr.Handled_access_fs)
	}
	if unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != nil {
		return
	}
	_, _, _ = unix.Syscall(unix.SYS_LANDLOCK_RESTRICT_SELF, fd, 0, 0)
}

func allow(ruleset int, dir string, rights uint64) {
	parent, err := unix.Open(dir, unix.O_PATH|unix.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	defer unix.Close(parent)
	rule := unix.LandlockPathBeneathAttr{
		Allowed_access: rights, Parent_fd: int32(parent),
	}
	// rule lives until the call returns, and the kernel only reads it.
	_, _, _ = unix.Syscall6(unix.SYS_LANDLOCK_ADD_RULE, uintptr(ruleset),
		unix.LANDLOCK_RULE_PATH_BENEATH, uintptr(unsafe.Pointer(&rule)), 0, 0, 0)
}
